package org.limbeck.engine.dropin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.limbeck.engine.plugin.BrokenJar;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The folder {@code plugins/} of a distribution, or the one that the framework property {@code
 * limbeck.plugins} names. Looked at when someone asks, so that changes are made when a run can take
 * them; what is in it at the start is installed at once.
 */
@Component(service = {DropInFolder.class, PluginUpdates.class})
public final class WatchedFolder implements DropInFolder {
  private final Optional<Path> folder;
  private final Installations installations;
  private final Map<Path, Jar> known = new HashMap<>();
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, String> told = new HashMap<>();

  @Activate
  public WatchedFolder(BundleContext context) {
    this(folder(context), new Installations(context));
    pending().ifPresent(PluginUpdate::apply);
  }

  private WatchedFolder(Optional<Path> folder, Installations installations) {
    this.folder = folder;
    this.installations = installations;
  }

  @Override
  public synchronized Optional<PluginUpdate> pending() {
    Map<Path, String> stamps = stamps();
    List<Path> changed = new ArrayList<>();
    stamps.forEach(
        (file, stamp) -> {
          Jar jar = known.get(file);
          if (jar == null || !jar.stamp().equals(stamp)) {
            changed.add(file);
          }
        });
    known.keySet().stream().filter(file -> !stamps.containsKey(file)).forEach(changed::add);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    for (Path file : changed) {
      String stamp = stamps.get(file);
      if (stamp == null) {
        known.remove(file);
      } else {
        known.put(file, Jar.inspect(file, stamp));
      }
    }
    Selection selection =
        new Selection(known.values(), installations.distribution(), installations.swappable());
    faults.clear();
    faults.putAll(selection.faults());
    installations.keepUnreadable(selection, known.values());
    return installations.plan(selection.chosen().values(), sources(changed));
  }

  @Override
  public synchronized List<BrokenJar> broken() {
    List<BrokenJar> broken = new ArrayList<>();
    allFaults().forEach((file, fault) -> broken.add(new BrokenJar(file, fault)));
    return broken;
  }

  @Override
  public synchronized Map<String, String> newFaults() {
    Map<String, String> all = allFaults();
    Map<String, String> untold = new TreeMap<>();
    all.forEach(
        (file, fault) -> {
          if (!fault.equals(told.get(file))) {
            untold.put("plugins/" + file, fault);
          }
        });
    told.clear();
    told.putAll(all);
    return untold;
  }

  private Map<String, String> allFaults() {
    Map<String, String> all = new TreeMap<>(faults);
    all.putAll(installations.faults());
    return all;
  }

  private Map<Path, String> stamps() {
    Map<Path, String> stamps = new TreeMap<>();
    if (folder.filter(Files::isDirectory).isEmpty()) {
      return stamps;
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      for (Path file : files.filter(WatchedFolder::isJar).toList()) {
        try {
          stamps.put(file, Jar.stamp(file));
        } catch (NoSuchFileException e) {
          // It went while we looked.
        }
      }
    } catch (IOException e) {
      return stamps;
    }
    return stamps;
  }

  private static boolean isJar(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".jar") && !name.startsWith(".");
  }

  private static String sources(List<Path> files) {
    List<String> names =
        files.stream()
            .sorted(Comparator.naturalOrder())
            .map(file -> "plugins/" + file.getFileName())
            .toList();
    return String.join(", ", names);
  }

  private static Optional<Path> folder(BundleContext context) {
    String named = context.getProperty("limbeck.plugins");
    String home = context.getProperty("limbeck.home");
    return Optional.ofNullable(named)
        .map(Path::of)
        .or(() -> Optional.ofNullable(home).map(h -> Path.of(h, "plugins")));
  }
}

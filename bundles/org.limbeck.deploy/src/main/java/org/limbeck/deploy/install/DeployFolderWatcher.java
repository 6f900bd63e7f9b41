package org.limbeck.deploy.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.limbeck.deploy.DeployFolder;
import org.limbeck.deploy.PluginUpdate;
import org.limbeck.deploy.PluginUpdates;
import org.limbeck.experiment.plugin.BrokenJar;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The folder {@code plugins/} of a distribution, or the one that the framework property {@code
 * limbeck.plugins} names. Looked at when someone asks, so that changes are made when a run can take
 * them; what is in it at the start is installed at once. While others than its owner may write into
 * it, everything stays as it is. What must be signed and is not is not installed.
 */
@Component(service = {DeployFolder.class, PluginUpdates.class})
public final class DeployFolderWatcher implements DeployFolder {
  private static final String ALL_JARS = "*.jar";

  private final PluginJarFolder folder;
  private final JarSigners signers;
  private final BundleInstaller installations;
  private final Map<Path, PluginJar> known = new HashMap<>();
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, String> told = new HashMap<>();

  @Activate
  public DeployFolderWatcher(BundleContext context) {
    this(PluginJarFolder.of(context), JarSigners.of(context), context);
    pending().ifPresent(PluginUpdate::apply);
  }

  private DeployFolderWatcher(PluginJarFolder folder, JarSigners signers, BundleContext context) {
    this.folder = folder;
    this.signers = signers;
    this.installations = new BundleInstaller(context, signers);
  }

  @Override
  public synchronized Optional<PluginUpdate> pending() {
    if (folder.refusal().isPresent()) {
      return Optional.empty();
    }
    Map<Path, String> stamps = folder.stamps();
    List<Path> changed = new ArrayList<>();
    stamps.forEach(
        (file, stamp) -> {
          PluginJar jar = known.get(file);
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
        known.put(file, PluginJar.inspect(file, stamp, signers));
      }
    }
    JarSelection selection =
        new JarSelection(known.values(), installations.distribution(), installations.swappable());
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
    folder.refusal().ifPresent(refusal -> all.put(ALL_JARS, refusal));
    return all;
  }

  private static String sources(List<Path> files) {
    List<String> names =
        files.stream()
            .sorted(Comparator.naturalOrder())
            .map(file -> "plugins/" + file.getFileName())
            .toList();
    return String.join(", ", names);
  }
}

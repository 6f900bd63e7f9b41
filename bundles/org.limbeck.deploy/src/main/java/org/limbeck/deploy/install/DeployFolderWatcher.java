package org.limbeck.deploy.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.limbeck.api.protection.FileProtection;
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
 * them; what is in it at the start is installed at once. While others may write into it, or say
 * whose signature is good, everything stays as it is. A jar that others may change is not
 * installed, nor is one that must be signed and is not.
 */
@Component(service = {DeployFolder.class, PluginUpdates.class})
public final class DeployFolderWatcher implements DeployFolder {
  private static final String ALL_JARS = "*.jar";

  private final PluginJarFolder folder;
  private final JarSigners signers;
  private final BundleInstaller installations;
  private final Map<Path, PluginJar> known = new HashMap<>();
  private final Set<Path> exposed = new HashSet<>();
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, String> told = new HashMap<>();
  private Optional<String> refusal = Optional.empty();

  /**
   * Is called by the component runtime.
   *
   * @throws IOException if there is no place for temporary files
   */
  @Activate
  public DeployFolderWatcher(BundleContext context) throws IOException {
    this(FileProtection.ofThisProcess(), context);
    pending().ifPresent(PluginUpdate::apply);
  }

  private DeployFolderWatcher(FileProtection protection, BundleContext context) {
    this(PluginJarFolder.of(context, protection), JarSigners.of(context, protection), context);
  }

  private DeployFolderWatcher(PluginJarFolder folder, JarSigners signers, BundleContext context) {
    this.folder = folder;
    this.signers = signers;
    this.installations = new BundleInstaller(context, signers);
  }

  @Override
  public synchronized Optional<PluginUpdate> pending() {
    Map<Path, String> stamps = folder.stamps();
    List<Path> changed = changed(stamps);
    if (changed.isEmpty() && refusal.isEmpty()) {
      return Optional.empty();
    }
    refusal = stamps.isEmpty() ? Optional.empty() : refusal();
    if (changed.isEmpty() || refusal.isPresent()) {
      return Optional.empty();
    }
    for (Path file : changed) {
      String stamp = stamps.get(file);
      if (stamp == null) {
        known.remove(file);
        exposed.remove(file);
      } else {
        known.put(file, inspect(file, stamp));
      }
    }
    JarSelection selection =
        new JarSelection(known.values(), installations.distribution(), installations.swappable());
    faults.clear();
    faults.putAll(selection.faults());
    installations.keepUnreadable(selection, known.values());
    return installations.plan(selection.chosen().values(), sources(changed));
  }

  private List<Path> changed(Map<Path, String> stamps) {
    List<Path> changed = new ArrayList<>();
    stamps.forEach(
        (file, stamp) -> {
          PluginJar jar = known.get(file);
          if (jar == null || !jar.stamp().equals(stamp) || isMended(file)) {
            changed.add(file);
          }
        });
    known.keySet().stream().filter(file -> !stamps.containsKey(file)).forEach(changed::add);
    return changed;
  }

  private boolean isMended(Path file) {
    return exposed.contains(file) && folder.refusal(file).isEmpty();
  }

  @Override
  public synchronized List<BrokenJar> broken() {
    refusal = folder.jars().isEmpty() ? Optional.empty() : refusal();
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
    refusal.ifPresent(reason -> all.put(ALL_JARS, reason));
    return all;
  }

  private Optional<String> refusal() {
    return folder.refusal().or(signers::refusal);
  }

  private PluginJar inspect(Path file, String stamp) {
    Optional<String> exposure = folder.refusal(file);
    if (exposure.isEmpty()) {
      exposed.remove(file);
      return PluginJar.inspect(file, stamp, signers);
    }
    exposed.add(file);
    return PluginJar.broken(file, stamp, exposure.get());
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

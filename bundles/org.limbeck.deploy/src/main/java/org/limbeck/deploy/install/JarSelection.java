package org.limbeck.deploy.install;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Version;

/** Which jars of the folder shall be installed: of several versions of a bundle, the highest. */
final class JarSelection {
  private final Map<String, PluginJar> chosen = new TreeMap<>();
  private final Map<String, String> faults = new TreeMap<>();

  /**
   * Selects.
   *
   * @param jars all jars of the folder
   * @param distribution the versions of the bundles that are not from the folder
   * @param swappable the symbolic names of those among them that offer plug-ins
   */
  JarSelection(
      Collection<PluginJar> jars, Map<String, Version> distribution, Collection<String> swappable) {
    List<PluginJar> best =
        jars.stream()
            .sorted(
                Comparator.comparing(PluginJar::version).reversed().thenComparing(PluginJar::name))
            .toList();
    for (PluginJar jar : best) {
      String fault = jar.isSound() ? conflict(jar, distribution, swappable) : jar.fault();
      if (fault.isEmpty()) {
        chosen.put(jar.symbolicName(), jar);
      } else {
        faults.put(jar.name(), fault);
      }
    }
  }

  /** Returns the chosen jars by symbolic name. */
  Map<String, PluginJar> chosen() {
    return chosen;
  }

  /** Returns why the others are not installed, by file name. */
  Map<String, String> faults() {
    return faults;
  }

  private String conflict(
      PluginJar jar, Map<String, Version> distribution, Collection<String> swappable) {
    PluginJar better = chosen.get(jar.symbolicName());
    if (better != null) {
      return better.version().equals(jar.version())
          ? "it is the same bundle as " + better.name()
          : better.name() + " is a newer version of the same bundle";
    }
    Version present = distribution.get(jar.symbolicName());
    if (present == null) {
      return "";
    }
    if (!swappable.contains(jar.symbolicName())) {
      return "bundle " + jar.symbolicName() + " is part of the system, and offers no plug-in";
    }
    return jar.version().compareTo(present) > 0
        ? ""
        : "the distribution has version "
            + present
            + " of bundle "
            + jar.symbolicName()
            + " already, and this is "
            + jar.version();
  }
}

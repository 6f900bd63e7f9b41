package org.limbeck.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.cli.command.Yaml;

/** Says which versions are not those that a run began with. */
final class VersionChanges {
  private static final String SECTION = "versions";
  private static final Map<String, String> PROGRAMS = Map.of("limbeck", "Limbeck", "java", "Java");

  private VersionChanges() {}

  /**
   * Compares the versions in two resolved experiments.
   *
   * @return a line for Limbeck, Java, and each bundle that has another version now
   */
  static List<String> between(String then, String now) {
    Map<?, ?> before = versions(then);
    Set<String> changes = new LinkedHashSet<>();
    versions(now)
        .forEach(
            (key, version) -> {
              Object earlier = before.get(key);
              if (earlier != null && !earlier.toString().equals(version.toString())) {
                changes.add(change(key.toString(), earlier.toString(), version.toString()));
              }
            });
    return new ArrayList<>(changes);
  }

  /** A plug-in's version is that of its bundle: the bundle's name, a blank, and its version. */
  private static String change(String key, String then, String now) {
    String what = PROGRAMS.getOrDefault(key, key);
    String bundle = now.substring(0, now.lastIndexOf(' ') + 1);
    boolean sameBundle = !bundle.isEmpty() && then.startsWith(bundle);
    int name = sameBundle ? bundle.length() : 0;
    return (sameBundle ? "bundle " + bundle.strip() : what)
        + " was "
        + then.substring(name)
        + " and is "
        + now.substring(name)
        + " now: the result may differ from that of a run without a break";
  }

  private static Map<?, ?> versions(String experiment) {
    return Yaml.mapping(experiment).get(SECTION) instanceof Map<?, ?> versions
        ? versions
        : Map.of();
  }
}

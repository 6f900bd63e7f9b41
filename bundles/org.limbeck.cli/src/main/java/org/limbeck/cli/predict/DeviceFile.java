package org.limbeck.cli.predict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.cli.command.Yaml;
import org.limbeck.engine.control.DeviceStatus;

/**
 * What is needed to use a trained device: an experiment with that device alone, as it was at the
 * end, on the run's data. So the plug-ins of all other devices may be missing where it is used.
 */
public final class DeviceFile {
  private static final List<String> KEPT = List.of("name", "seed", "rounds", "data", "reference");

  private final Map<String, Object> experiment;

  /**
   * Makes files for the devices of a run.
   *
   * @param experiment the resolved experiment
   */
  public DeviceFile(String experiment) {
    this.experiment = Yaml.mapping(experiment);
  }

  /** Returns the file of a device. */
  public String of(DeviceStatus device) {
    Map<String, Object> one = new LinkedHashMap<>();
    KEPT.forEach(key -> one.put(key, experiment.get(key)));
    one.values().removeIf(value -> value == null);
    one.put("baseline", "none");
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("id", device.id());
    group.put("architecture", plugin(device.architecture()));
    one.put("devices", List.of(group));
    return Yaml.text(one);
  }

  /** Takes a plug-in as its name alone, its name and a group of its options, or a group of both. */
  private static Map<String, Object> plugin(String text) {
    int options = text.indexOf('{');
    Map<String, Object> plugin = new LinkedHashMap<>();
    plugin.put("name", (options < 0 ? text : text.substring(0, options)).strip());
    if (options >= 0) {
      plugin.putAll(Yaml.mapping(text.substring(options)));
    }
    return plugin;
  }
}

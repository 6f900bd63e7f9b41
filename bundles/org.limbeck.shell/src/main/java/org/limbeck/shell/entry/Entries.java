package org.limbeck.shell.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.engine.control.RunControl;

/** Writes entries for {@link RunControl#change}: YAML flow mappings on one line. */
public final class Entries {
  private static final String SET_HELP =
      "write KEY=VALUE, such as algorithm.regularization=5 or localSteps=2";

  private Entries() {}

  /**
   * Replaces a plug-in, or the architecture of some devices.
   *
   * @param kind the kind of plug-in
   * @param name the plug-in's name
   * @param options its options, as typed
   * @param devices the devices that it concerns, as typed; empty for all
   * @throws IllegalArgumentException if an option cannot be read
   */
  public static String swap(String kind, String name, List<String> options, List<String> devices) {
    List<String> pairs = new ArrayList<>();
    pairs.add(pair(FlowValue.ofText(kind), plugin(name, options)));
    if (!devices.isEmpty()) {
      pairs.add(pair("devices", DeviceList.of(devices)));
    }
    return mapping(pairs);
  }

  /**
   * Changes options of the plug-ins in use and keys of the experiment.
   *
   * @param settings each {@code kind.option=value} or {@code key=value}
   * @throws IllegalArgumentException if one cannot be read
   */
  public static String set(List<String> settings) {
    Map<String, String> keys = new LinkedHashMap<>();
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (String text : settings) {
      Assignment setting = Assignment.split(text, SET_HELP);
      String[] path = setting.key().split("\\.", -1);
      boolean words = List.of(path).stream().allMatch(Assignment::isWord);
      if (path.length > 2 || !words) {
        throw new IllegalArgumentException("'" + setting.key() + "': " + SET_HELP);
      }
      String value = FlowValue.of(setting.value());
      if (path.length == 1) {
        keys.put(path[0], value);
      } else {
        options.computeIfAbsent(path[0], kind -> new ArrayList<>()).add(pair(path[1], value));
      }
    }
    options.forEach((kind, pairs) -> keys.put(kind, mapping(pairs)));
    return mapping(keys.entrySet().stream().map(e -> pair(e.getKey(), e.getValue())).toList());
  }

  /**
   * Adds a device.
   *
   * @param architecture the name of its architecture
   * @param options the options of that, as typed
   * @throws IllegalArgumentException if an option cannot be read
   */
  public static String join(String architecture, List<String> options) {
    return mapping(List.of(pair("join", plugin(architecture, options))));
  }

  /**
   * Removes devices.
   *
   * @param devices the devices, as typed
   * @throws IllegalArgumentException if there are none
   */
  public static String leave(List<String> devices) {
    return mapping(List.of(pair("leave", DeviceList.of(devices))));
  }

  private static String plugin(String name, List<String> options) {
    List<String> pairs = new ArrayList<>();
    pairs.add(pair("name", FlowValue.ofText(name)));
    options.stream()
        .map(Assignment::ofOption)
        .map(option -> pair(option.key(), FlowValue.of(option.value())))
        .forEach(pairs::add);
    return mapping(pairs);
  }

  private static String pair(String key, String value) {
    return key + ": " + value;
  }

  private static String mapping(List<String> pairs) {
    return pairs.stream().collect(Collectors.joining(", ", "{", "}"));
  }
}

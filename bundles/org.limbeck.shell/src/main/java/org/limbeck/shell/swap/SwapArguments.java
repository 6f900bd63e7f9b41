package org.limbeck.shell.swap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.experiment.DeviceSelection;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginRequest;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.SwapPart;
import org.limbeck.experiment.file.SwapReader;
import org.limbeck.experiment.yaml.YamlNode;

/** The arguments of the commands that swap, as swaps. */
public final class SwapArguments {
  /** Who asks for these swaps. */
  public static final String BY = "shell";

  private static final String SET_HELP =
      "write KEY=VALUE, such as algorithm.regularization=5 or localSteps=2";

  private SwapArguments() {}

  /**
   * Replaces a plug-in, or the architecture of some devices.
   *
   * @param kind the kind of plug-in
   * @param name the plug-in's name
   * @param options its options, as typed
   * @param devices the devices that it concerns, as typed; empty for all
   * @throws IllegalArgumentException if an option cannot be read
   * @throws InvalidInputException if there is nothing of the kind to swap
   */
  public static Swap swap(String kind, String name, List<String> options, List<String> devices) {
    Map<String, YamlNode> keys = new LinkedHashMap<>();
    keys.put(kind, mapping(kind, plugin(kind, name, options)));
    if (!devices.isEmpty()) {
      putOnce(keys, SwapPart.SwapScope.KEY, list(SwapPart.SwapScope.KEY, devices(devices)));
    }
    return new SwapReader().read(mapping("", keys));
  }

  /**
   * Changes options of the plug-ins in use and keys of the experiment.
   *
   * @param settings each {@code kind.option=value} or {@code key=value}
   * @throws IllegalArgumentException if one cannot be read
   * @throws InvalidInputException if one cannot be swapped
   */
  public static Swap set(List<String> settings) {
    Map<String, YamlNode> keys = new LinkedHashMap<>();
    Map<String, Map<String, YamlNode>> options = new LinkedHashMap<>();
    for (String text : settings) {
      Assignment setting = Assignment.split(text, SET_HELP);
      String[] path = setting.key().split("\\.", -1);
      boolean words = Stream.of(path).allMatch(Assignment::isWord);
      if (path.length > 2 || !words) {
        throw new IllegalArgumentException("'" + setting.key() + "': " + SET_HELP);
      }
      YamlNode value = YamlArgument.parse(setting.value(), at(setting.key()));
      if (path.length == 1) {
        keys.put(path[0], value);
      } else {
        putOnce(options.computeIfAbsent(path[0], kind -> new LinkedHashMap<>()), path[1], value);
      }
    }
    options.forEach((kind, values) -> keys.put(kind, mapping(kind, values)));
    return new SwapReader().read(mapping("", keys));
  }

  /**
   * Adds a device.
   *
   * @param architecture the name of its architecture
   * @param options the options of that, as typed
   * @throws IllegalArgumentException if an option cannot be read
   */
  public static Swap join(String architecture, List<String> options) {
    Map<String, Object> values = new LinkedHashMap<>();
    plugin(SwapPart.DeviceJoin.KEY, architecture, options)
        .forEach((key, node) -> values.put(key, node.value()));
    return Swap.of(new SwapPart.DeviceJoin(List.of(new PluginRequest.ByKeys(values)), false));
  }

  /**
   * Removes devices.
   *
   * @param devices the devices, as typed
   * @throws IllegalArgumentException if there are none
   */
  public static Swap leave(List<String> devices) {
    return Swap.of(new SwapPart.DeviceLeave(DeviceSelection.of(devices(devices))));
  }

  /** A plug-in's name and options by their keys, below the key of a swap. */
  private static Map<String, YamlNode> plugin(String key, String name, List<String> options) {
    Map<String, YamlNode> keys = new LinkedHashMap<>();
    String path = key + ".";
    keys.put(PluginRequest.NAME, new YamlNode.Scalar(at(path + PluginRequest.NAME), name));
    for (String text : options) {
      Assignment option = Assignment.ofOption(text);
      putOnce(keys, option.key(), YamlArgument.parse(option.value(), at(path + option.key())));
    }
    return keys;
  }

  private static void putOnce(Map<String, YamlNode> keys, String key, YamlNode value) {
    if (keys.put(key, value) != null) {
      throw new InvalidInputException(value.origin(), "this key is there twice");
    }
  }

  /**
   * Returns devices as people write them, one or more in each text with commas between: {@code
   * 1,4-6} or {@code device-1,kitchen}.
   */
  private static List<Object> devices(List<String> texts) {
    List<Object> devices =
        texts.stream()
            .flatMap(text -> Arrays.stream(text.split(",")))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(text -> text.matches("\\d{1,9}") ? (Object) Long.valueOf(text) : text)
            .toList();
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("which devices? Write such as 1,4-6");
    }
    return devices;
  }

  private static YamlNode list(String key, List<Object> values) {
    return new YamlNode.Sequence(
        at(key),
        values.stream().<YamlNode>map(value -> new YamlNode.Scalar(at(key), value)).toList());
  }

  private static YamlNode mapping(String path, Map<String, YamlNode> keys) {
    return new YamlNode.Mapping(at(path), keys);
  }

  private static Origin at(String path) {
    return new Origin(BY, 1, path);
  }
}

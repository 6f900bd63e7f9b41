package org.limbeck.experiment.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * A value, {@code key.path=value} on the command line, that replaces one of the file's. Lists are
 * indexed from 0.
 *
 * @param path the key, part by part
 * @param value what it is set to
 */
public record YamlSetting(List<String> path, YamlNode value) {
  static final String SOURCE = "--set ";
  private static final String NAME = "name";

  /**
   * Parses a setting.
   *
   * @throws InvalidInputException if it has no key, or its value is not YAML
   */
  public static YamlSetting parse(String text) {
    Origin source = new Origin(SOURCE + text, 0, "");
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new InvalidInputException(
          source, "write key.path=value, such as topology.name=complete");
    }
    List<String> path = List.of(text.substring(0, equals).split("\\.", -1));
    if (path.contains("")) {
      throw new InvalidInputException(source, "a key between two dots is missing");
    }
    Origin origin = new Origin(source.source(), 0, text.substring(0, equals));
    return new YamlSetting(path, new YamlParser().parse(text.substring(equals + 1), origin));
  }

  /** Returns what a group of keys sets below a path: a setting for each value that is no group. */
  public static List<YamlSetting> within(List<String> path, YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return path.isEmpty() ? List.of() : List.of(new YamlSetting(path, node));
    }
    List<YamlSetting> settings = new ArrayList<>();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              List<String> below = new ArrayList<>(path);
              below.addAll(List.of(key.split("\\.")));
              settings.addAll(within(List.copyOf(below), value));
            });
    return settings;
  }

  /**
   * Returns the tree with the values of some settings in their places, whatever their order: those
   * that name plug-ins go before those of their options.
   *
   * @param plugins keys whose value is a plug-in, a name alone or a group with a name: another name
   *     there drops the options of the former plug-in
   */
  public static YamlNode apply(List<YamlSetting> settings, YamlNode root, Set<String> plugins) {
    YamlNode tree = root;
    for (YamlSetting setting :
        settings.stream().sorted(Comparator.comparing((YamlSetting s) -> !s.isName())).toList()) {
      tree = setting.apply(tree, 0, plugins);
    }
    return tree;
  }

  private boolean isName() {
    return path.size() > 1 && path.get(path.size() - 1).equals(NAME);
  }

  private YamlNode apply(YamlNode node, int depth, Set<String> plugins) {
    if (depth == path.size()) {
      return value;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return inSequence(sequence, depth, plugins);
    }
    YamlNode.Mapping mapping = asMapping(node, depth);
    String key = path.get(depth);
    boolean renames = depth > 0 && key.equals(NAME) && plugins.contains(path.get(depth - 1));
    if (renames && depth == path.size() - 1 && !sameName(mapping)) {
      return new YamlNode.Mapping(mapping.origin(), Map.of(NAME, value));
    }
    YamlNode child = mapping.entries().get(key);
    return mapping.with(key, apply(child, depth + 1, plugins));
  }

  private YamlNode inSequence(YamlNode.Sequence sequence, int depth, Set<String> plugins) {
    String key = path.get(depth);
    int size = sequence.items().size();
    int index = key.matches("\\d{1,9}") ? Integer.parseInt(key) : size;
    if (index >= size) {
      throw new InvalidInputException(
          value.origin(),
          "'" + key + "' is no place in a list of " + size + ": count from 0 to " + (size - 1));
    }
    List<YamlNode> items = new ArrayList<>(sequence.items());
    items.set(index, apply(items.get(index), depth + 1, plugins));
    return new YamlNode.Sequence(sequence.origin(), items);
  }

  /** A plug-in may be given by its name alone, and a key may not be there yet. */
  private YamlNode.Mapping asMapping(YamlNode node, int depth) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    Origin origin =
        node != null
            ? node.origin()
            : new Origin(
                value.origin().source(),
                value.origin().line(),
                String.join(".", path.subList(0, depth)));
    if (node instanceof YamlNode.Scalar scalar && scalar.value() instanceof String) {
      return new YamlNode.Mapping(origin, Map.of(NAME, scalar));
    }
    return new YamlNode.Mapping(origin, Map.of());
  }

  private boolean sameName(YamlNode.Mapping mapping) {
    return mapping.entries().get(NAME) instanceof YamlNode.Scalar former
        && value instanceof YamlNode.Scalar latter
        && String.valueOf(former.value()).equals(String.valueOf(latter.value()));
  }
}

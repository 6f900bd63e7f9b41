package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.yaml.YamlNode;
import org.limbeck.experiment.yaml.YamlSetting;

/**
 * Makes many experiments of one: every entry of {@code variants} with every combination of the
 * values in {@code sweep}. Both replace values as {@code --set} does; what is swept goes last.
 */
final class SweepExpansion {
  static final String VARIANTS = "variants";
  static final String SWEEP = "sweep";

  private static final int MOST = 10_000;

  private final Set<String> plugins;
  private final Problems problems = new Problems();

  /**
   * Makes an expansion.
   *
   * @param plugins keys whose value is a plug-in
   */
  SweepExpansion(Set<String> plugins) {
    this.plugins = plugins;
  }

  /** An experiment that has not been read yet, and what tells it from the others. */
  record Tree(String label, YamlNode root) {

    private Tree with(String more, List<YamlSetting> settings, Set<String> plugins) {
      String both = label.isEmpty() || more.isEmpty() ? label + more : label + " " + more;
      return new Tree(both, YamlSetting.apply(settings, root, plugins));
    }
  }

  /** Returns the values of the keys that make a tree mean several experiments. */
  static List<YamlNode> keys(YamlNode root) {
    return root instanceof YamlNode.Mapping mapping
        ? mapping.entries().entrySet().stream()
            .filter(e -> e.getKey().equals(VARIANTS) || e.getKey().equals(SWEEP))
            .map(Map.Entry::getValue)
            .toList()
        : List.of();
  }

  /**
   * Expands a tree: variants in their order, values that are swept in theirs, the last key's
   * fastest.
   *
   * @throws InvalidInputException with everything that is wrong with the two keys
   */
  List<Tree> expand(YamlNode root) {
    if (!(root instanceof YamlNode.Mapping mapping)) {
      return List.of(new Tree("", root));
    }
    Map<String, YamlNode> variants = variants(group(mapping, VARIANTS));
    Map<String, YamlNode.Sequence> sweep = new LinkedHashMap<>();
    group(mapping, SWEEP).forEach((key, values) -> readSwept(key, values, sweep));
    problems.requireNone();
    Tree base = new Tree("", mapping.without(VARIANTS).without(SWEEP));
    List<Tree> trees = variants.isEmpty() ? List.of(base) : variants(base, variants);
    for (Map.Entry<String, YamlNode.Sequence> swept : sweep.entrySet()) {
      trees = sweep(trees, swept.getKey(), swept.getValue(), sweep.keySet());
    }
    return trees;
  }

  private Map<String, YamlNode> group(YamlNode.Mapping root, String key) {
    YamlNode node = root.entries().get(key);
    if (node == null) {
      return Map.of();
    }
    if (node instanceof YamlNode.Mapping mapping && !mapping.entries().isEmpty()) {
      return mapping.entries();
    }
    problems.add(node.origin(), "a group with at least one key belongs here");
    return Map.of();
  }

  /** A variant without keys is the experiment as it stands. */
  private Map<String, YamlNode> variants(Map<String, YamlNode> entries) {
    entries.values().stream()
        .filter(value -> !(value instanceof YamlNode.Mapping) && !isNothing(value))
        .forEach(v -> problems.add(v.origin(), "a group of keys belongs here, not " + v.inWords()));
    return entries;
  }

  private void readSwept(String key, YamlNode values, Map<String, YamlNode.Sequence> sweep) {
    if (key.isEmpty() || List.of(key.split("\\.", -1)).contains("")) {
      problems.add(values.origin(), "write a key such as topology.name");
    } else if (values instanceof YamlNode.Mapping nested) {
      nested.entries().forEach((below, list) -> readSwept(key + "." + below, list, sweep));
    } else if (values instanceof YamlNode.Sequence sequence && !sequence.items().isEmpty()) {
      sweep.put(key, sequence);
    } else {
      problems.add(values.origin(), "a list of values belongs here, not " + values.inWords());
    }
  }

  private List<Tree> variants(Tree base, Map<String, YamlNode> variants) {
    return variants.entrySet().stream()
        .map(
            variant ->
                base.with(
                    variant.getKey(), YamlSetting.within(List.of(), variant.getValue()), plugins))
        .toList();
  }

  private List<Tree> sweep(
      List<Tree> trees, String key, YamlNode.Sequence values, Set<String> all) {
    if ((long) trees.size() * values.items().size() > MOST) {
      throw new InvalidInputException(
          values.origin(), "these are more than " + MOST + " experiments");
    }
    SweptKey swept = SweptKey.of(key, all);
    List<Tree> expanded = new ArrayList<>();
    for (Tree tree : trees) {
      for (YamlNode value : values.items()) {
        expanded.add(
            tree.with(swept.label(value), YamlSetting.within(swept.path(), value), plugins));
      }
    }
    return expanded;
  }

  private static boolean isNothing(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.value() == null;
  }
}

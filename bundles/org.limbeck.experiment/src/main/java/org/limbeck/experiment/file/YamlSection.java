package org.limbeck.experiment.file;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.yaml.YamlNode;

/**
 * A group of keys that is being read. Collects what is wrong with them, and goes on with the
 * default, so that all problems are found at once.
 */
final class YamlSection {
  private final YamlNode.Mapping mapping;
  private final List<Problem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  private YamlSection(YamlNode.Mapping mapping, List<Problem> problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** Opens a node that must be a group of keys. */
  static YamlSection of(YamlNode node, List<Problem> problems) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new YamlSection(mapping, problems);
    }
    problems.add(new Problem(node.origin(), "a group of keys belongs here, not " + node.inWords()));
    return new YamlSection(new YamlNode.Mapping(node.origin(), Map.of()), problems);
  }

  boolean isEmpty() {
    return mapping.entries().isEmpty();
  }

  /** Returns the keys that are there, in the order in which they were written. */
  Set<String> keys() {
    return mapping.entries().keySet();
  }

  Origin origin() {
    return mapping.origin();
  }

  /** Returns the value of a key, if it is there, and takes note that the key is known. */
  Optional<YamlNode> find(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key));
  }

  /** Returns the value of a key, or notes that it is missing. */
  Optional<YamlNode> require(String key, String purpose) {
    Optional<YamlNode> node = find(key);
    if (node.isEmpty()) {
      problems.add(new Problem(origin().child(key), "this key is missing: " + purpose));
    }
    return node;
  }

  /** Returns the keys below a key, if it is there. */
  Optional<YamlSection> group(String key) {
    return find(key).map(node -> of(node, problems));
  }

  String text(String key, String byDefault) {
    return find(key).map(node -> text(node, byDefault)).orElse(byDefault);
  }

  /** Returns one of some words. */
  String word(String key, Collection<String> allowed, String byDefault) {
    return find(key).map(node -> word(node, allowed, byDefault)).orElse(byDefault);
  }

  long integer(String key, long min, long max, long byDefault) {
    return find(key).map(node -> integer(node, min, max, byDefault)).orElse(byDefault);
  }

  long requireInteger(String key, long min, long max, String purpose) {
    return require(key, purpose).map(node -> integer(node, min, max, min)).orElse(min);
  }

  /** Returns a number above 0. */
  float positive(String key, float byDefault) {
    return find(key).map(node -> positive(node, byDefault)).orElse(byDefault);
  }

  /** Returns a number from {@code min} to {@code max}. */
  float number(String key, float min, float max, float byDefault) {
    return find(key).map(node -> number(node, min, max, byDefault)).orElse(byDefault);
  }

  /** Notes every key that nobody asked for. */
  void rejectOthers(String what) {
    mapping.entries().entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .forEach(
            entry ->
                problems.add(
                    new Problem(
                        entry.getValue().origin(),
                        "'"
                            + entry.getKey()
                            + "' is no "
                            + what
                            + "; "
                            + SpellingSuggestion.help(entry.getKey(), known))));
  }

  private String text(YamlNode node, String byDefault) {
    if (node instanceof YamlNode.Scalar scalar && scalar.value() != null) {
      return String.valueOf(scalar.value());
    }
    problems.add(new Problem(node.origin(), "a text belongs here, not " + node.inWords()));
    return byDefault;
  }

  private String word(YamlNode node, Collection<String> allowed, String byDefault) {
    String word = text(node, byDefault);
    if (allowed.contains(word)) {
      return word;
    }
    problems.add(
        new Problem(
            node.origin(),
            "'" + word + "' is not allowed here; " + SpellingSuggestion.help(word, allowed)));
    return byDefault;
  }

  private float positive(YamlNode node, float byDefault) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.value() instanceof Number number
        && number.floatValue() > 0
        && Float.isFinite(number.floatValue())) {
      return number.floatValue();
    }
    problems.add(
        new Problem(node.origin(), "a number above 0 belongs here, not " + node.inWords()));
    return byDefault;
  }

  private float number(YamlNode node, float min, float max, float byDefault) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.value() instanceof Number number
        && number.floatValue() >= min
        && number.floatValue() <= max) {
      return number.floatValue();
    }
    String range = max == Float.MAX_VALUE ? min + " or more" : "from " + min + " to " + max;
    problems.add(
        new Problem(node.origin(), "a number " + range + " belongs here, not " + node.inWords()));
    return byDefault;
  }

  private long integer(YamlNode node, long min, long max, long byDefault) {
    if (node instanceof YamlNode.Scalar scalar
        && scalar.value() instanceof Long value
        && value >= min
        && value <= max) {
      return value;
    }
    String range = max == Long.MAX_VALUE ? min + " or more" : "from " + min + " to " + max;
    if (min == Long.MIN_VALUE) {
      range = "of 64 bits";
    }
    problems.add(
        new Problem(
            node.origin(), "a whole number " + range + " belongs here, not " + node.inWords()));
    return byDefault;
  }
}

package org.limbeck.engine.reading;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.yaml.Node;

/**
 * A group of keys that is being read. Collects what is wrong with them, and goes on with the
 * default, so that all problems are found at once.
 */
final class Section {
  private final Node.Mapping mapping;
  private final List<Problem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  private Section(Node.Mapping mapping, List<Problem> problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** Opens a node that must be a group of keys. */
  static Section of(Node node, List<Problem> problems) {
    if (node instanceof Node.Mapping mapping) {
      return new Section(mapping, problems);
    }
    problems.add(new Problem(node.origin(), "a group of keys belongs here, not " + node.inWords()));
    return new Section(new Node.Mapping(node.origin(), Map.of()), problems);
  }

  boolean isEmpty() {
    return mapping.entries().isEmpty();
  }

  Origin origin() {
    return mapping.origin();
  }

  /** Returns the value of a key, if it is there, and takes note that the key is known. */
  Optional<Node> find(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key));
  }

  /** Returns the value of a key, or notes that it is missing. */
  Optional<Node> require(String key, String purpose) {
    Optional<Node> node = find(key);
    if (node.isEmpty()) {
      problems.add(new Problem(origin().child(key), "this key is missing: " + purpose));
    }
    return node;
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
                            + Spelling.help(entry.getKey(), known))));
  }

  private String text(Node node, String byDefault) {
    if (node instanceof Node.Scalar scalar && scalar.value() != null) {
      return String.valueOf(scalar.value());
    }
    problems.add(new Problem(node.origin(), "a text belongs here, not " + node.inWords()));
    return byDefault;
  }

  private String word(Node node, Collection<String> allowed, String byDefault) {
    String word = text(node, byDefault);
    if (allowed.contains(word)) {
      return word;
    }
    problems.add(
        new Problem(
            node.origin(), "'" + word + "' is not allowed here; " + Spelling.help(word, allowed)));
    return byDefault;
  }

  private float positive(Node node, float byDefault) {
    if (node instanceof Node.Scalar scalar
        && scalar.value() instanceof Number number
        && number.floatValue() > 0
        && Float.isFinite(number.floatValue())) {
      return number.floatValue();
    }
    problems.add(
        new Problem(node.origin(), "a number above 0 belongs here, not " + node.inWords()));
    return byDefault;
  }

  private float number(Node node, float min, float max, float byDefault) {
    if (node instanceof Node.Scalar scalar
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

  private long integer(Node node, long min, long max, long byDefault) {
    if (node instanceof Node.Scalar scalar
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

package org.limbeck.experiment.file;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.yaml.YamlNode;

/**
 * A group of keys that is being read. Collects what is wrong with them, and goes on with the
 * default, so that all problems are found at once.
 */
final class YamlSection {
  private final YamlNode.Mapping mapping;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  private YamlSection(YamlNode.Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** Opens a node that must be a group of keys. */
  static YamlSection of(YamlNode node, Problems problems) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new YamlSection(mapping, problems);
    }
    problems.add(node.origin(), "a group of keys belongs here, not " + node.inWords());
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

  /** Returns the value of a key that says nothing: on no line. */
  YamlNode implied(String key, Object value) {
    return new YamlNode.Scalar(new Origin(origin().source(), 0, origin().child(key).key()), value);
  }

  /** Returns the value of a key, or notes that it is missing. */
  Optional<YamlNode> require(String key, String purpose) {
    Optional<YamlNode> node = find(key);
    if (node.isEmpty()) {
      problems.add(origin().child(key), "this key is missing: " + purpose);
    }
    return node;
  }

  /** Returns the keys below a key, if it is there. */
  Optional<YamlSection> group(String key) {
    return find(key).map(node -> of(node, problems));
  }

  String text(String key, String byDefault) {
    Optional<YamlNode> node = find(key);
    return single(node, Object.class, any -> true, "a text")
        .map(any -> ((YamlNode.Scalar) node.orElseThrow()).text())
        .orElse(byDefault);
  }

  /** Returns one of some words. */
  String word(String key, Collection<String> allowed, String byDefault) {
    String word = text(key, byDefault);
    if (allowed.contains(word)) {
      return word;
    }
    problems.add(
        mapping.entries().get(key).origin(),
        "'" + word + "' is not allowed here; " + SpellingSuggestion.help(word, allowed));
    return byDefault;
  }

  long integer(String key, long min, long max, long byDefault) {
    return integer(find(key), min, max).orElse(byDefault);
  }

  long requireInteger(String key, long min, long max, String purpose) {
    return integer(require(key, purpose), min, max).orElse(min);
  }

  private Optional<Long> integer(Optional<YamlNode> node, long min, long max) {
    String range = max == Long.MAX_VALUE ? min + " or more" : "from " + min + " to " + max;
    return single(
        node,
        Long.class,
        value -> value >= min && value <= max,
        "a whole number " + (min == Long.MIN_VALUE ? "of 64 bits" : range));
  }

  /** Returns a number above 0. */
  float positive(String key, float byDefault) {
    return number(key, value -> value > 0 && Float.isFinite(value), "above 0", byDefault);
  }

  /** Returns a number from {@code min} to {@code max}. */
  float number(String key, float min, float max, float byDefault) {
    String range = max == Float.MAX_VALUE ? min + " or more" : "from " + min + " to " + max;
    return number(key, value -> value >= min && value <= max, range, byDefault);
  }

  private float number(String key, Predicate<Float> fits, String range, float byDefault) {
    return single(
            find(key), Number.class, value -> fits.test(value.floatValue()), "a number " + range)
        .map(Number::floatValue)
        .orElse(byDefault);
  }

  /** Notes every key that nobody asked for. */
  void rejectOthers(String what) {
    mapping.entries().entrySet().stream()
        .filter(entry -> !known.contains(entry.getKey()))
        .forEach(
            entry ->
                problems.add(
                    entry.getValue().origin(),
                    "'"
                        + entry.getKey()
                        + "' is no "
                        + what
                        + "; "
                        + SpellingSuggestion.help(entry.getKey(), known)));
  }

  /** Returns the value of a node that is there, or notes what belongs in its place. */
  private <T> Optional<T> single(
      Optional<YamlNode> node, Class<T> type, Predicate<T> fits, String wanted) {
    Optional<T> value =
        node.filter(YamlNode.Scalar.class::isInstance)
            .map(YamlNode::value)
            .filter(type::isInstance)
            .map(type::cast)
            .filter(fits);
    if (value.isEmpty()) {
      node.ifPresent(
          given -> problems.add(given.origin(), wanted + " belongs here, not " + given.inWords()));
    }
    return value;
  }
}

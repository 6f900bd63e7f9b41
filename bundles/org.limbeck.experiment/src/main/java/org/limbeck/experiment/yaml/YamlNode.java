package org.limbeck.experiment.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.experiment.Origin;

/** A YAML node that knows where it was written. Immutable. */
public sealed interface YamlNode {

  /** Returns where the node was written. */
  Origin origin();

  /** Returns what the node is, in words: {@code a list}, {@code the text 'ring'}, … */
  String inWords();

  /**
   * Returns the node without its origins: a Boolean, Long, Double, String or null, or an
   * unmodifiable list or map of those, in the order in which they were written.
   */
  Object value();

  /** Returns the items of a list; of anything else, itself alone. */
  default List<YamlNode> items() {
    return List.of(this);
  }

  /**
   * A single value.
   *
   * @param origin where it was written
   * @param value a Boolean, Long, Double or String, or null
   * @param text how it was written, without quotes: where a name belongs, {@code True} and {@code
   *     1.0} are names
   */
  record Scalar(Origin origin, Object value, String text) implements YamlNode {

    /** Makes a value that is written as Java writes it. */
    public Scalar(Origin origin, Object value) {
      this(origin, value, String.valueOf(value));
    }

    @Override
    public String inWords() {
      if (value == null) {
        return "nothing";
      }
      return value instanceof String ? "the text '" + value + "'" : text;
    }
  }

  /**
   * A list.
   *
   * @param origin where it was written
   * @param items its items
   */
  record Sequence(Origin origin, List<YamlNode> items) implements YamlNode {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String inWords() {
      return "a list";
    }

    @Override
    public List<Object> value() {
      return items.stream().map(YamlNode::value).toList();
    }
  }

  /**
   * Keys with values, in the order in which they were written.
   *
   * @param origin where it was written
   * @param entries the values by key
   */
  record Mapping(Origin origin, Map<String, YamlNode> entries) implements YamlNode {
    /** Copies the entries. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns this mapping with one more entry, or another value for the key. */
    public Mapping with(String key, YamlNode value) {
      Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
      changed.put(key, value);
      return new Mapping(origin, changed);
    }

    /** Returns this mapping without a key. */
    public Mapping without(String key) {
      Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Mapping(origin, changed);
    }

    @Override
    public String inWords() {
      return "a group of keys";
    }

    @Override
    public Map<String, Object> value() {
      Map<String, Object> values = new LinkedHashMap<>();
      entries.forEach((key, entry) -> values.put(key, entry.value()));
      return Collections.unmodifiableMap(values);
    }
  }
}

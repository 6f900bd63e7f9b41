package org.limbeck.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A plug-in as someone asks for it, before the catalog says what options it has and of which types.
 * Immutable.
 */
public sealed interface PluginRequest {
  /** The key of the name among the options. */
  String NAME = "name";

  /**
   * Returns the request as an experiment file has it: a text, or a map of Boolean, Long, Double,
   * String or null, and lists and maps of those.
   */
  Object value();

  /** Asks for a plug-in with options; the others have their defaults. */
  static PluginRequest of(String name, Map<String, Object> options) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(NAME, name);
    keys.putAll(options);
    return new ByKeys(keys);
  }

  /**
   * A plug-in with its defaults, such as {@code ring}.
   *
   * @param name its name
   */
  record ByName(String name) implements PluginRequest {
    @Override
    public Object value() {
      return name;
    }
  }

  /**
   * A plug-in with options, such as {@code {name: mlp, hidden: [64]}}. Without a name, options of
   * the plug-in in use, which keeps the others.
   *
   * @param keys the options and the name, in the order in which they are written
   */
  record ByKeys(Map<String, Object> keys) implements PluginRequest {
    /** Copies the map, in its order. */
    public ByKeys {
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    @Override
    public Object value() {
      return keys;
    }
  }
}

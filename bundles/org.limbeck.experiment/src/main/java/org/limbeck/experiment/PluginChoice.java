package org.limbeck.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A plug-in that an experiment asks for.
 *
 * @param kind the kind of plug-in
 * @param name its name
 * @param options all its options with their values, defaults included: Boolean, Integer, Long,
 *     Float, Double, String, or a List of one of them
 * @param origin where the experiment asks for it; not part of the identity
 */
public record PluginChoice(
    PluginKind kind, String name, Map<String, Object> options, Origin origin) {

  /** Copies the options, in the order of their names. */
  public PluginChoice {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /** Returns the choice as people write it: {@code ring}, {@code mlp {hidden: [64]}}. */
  public String text() {
    return text(name, options);
  }

  /** Returns a plug-in with some of its options as people write it. */
  public static String text(String name, Map<String, Object> options) {
    if (options.isEmpty()) {
      return name;
    }
    List<String> entries = new ArrayList<>();
    new TreeMap<>(options).forEach((option, value) -> entries.add(option + ": " + value));
    return name + " {" + String.join(", ", entries) + "}";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PluginChoice choice
        && kind == choice.kind
        && name.equals(choice.name)
        && options.equals(choice.options);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, name, options);
  }
}

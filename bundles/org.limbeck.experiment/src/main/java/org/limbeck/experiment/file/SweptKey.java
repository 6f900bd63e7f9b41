package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.experiment.yaml.YamlNode;
import org.limbeck.experiment.yaml.YamlText;

/**
 * A key that takes several values.
 *
 * @param path the key, part by part
 * @param shown what it is called in labels; empty if it tells nothing that matters
 */
record SweptKey(List<String> path, String shown) {
  private static final String SEED = "seed";
  private static final String NAME = "name";

  /**
   * Shows the last part of a key alone where no other key ends in it, and the name of a plug-in as
   * the plug-in's kind.
   */
  static SweptKey of(String key, Set<String> all) {
    List<String> path = List.of(key.split("\\."));
    if (key.equals(SEED)) {
      return new SweptKey(path, "");
    }
    String last = last(key);
    boolean unique = all.stream().filter(other -> last(other).equals(last)).count() == 1;
    return new SweptKey(path, unique ? last : withoutName(key));
  }

  /** Returns such as {@code topology=ring}. */
  String label(YamlNode value) {
    return shown.isEmpty() ? "" : shown + "=" + text(value);
  }

  private static String withoutName(String key) {
    return key.endsWith("." + NAME) ? key.substring(0, key.length() - NAME.length() - 1) : key;
  }

  private static String last(String key) {
    String plain = withoutName(key);
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  /** A plug-in with options reads {@code uniform bits=4}. */
  private static String text(YamlNode value) {
    if (!(value instanceof YamlNode.Mapping mapping)) {
      return YamlText.of(value.value()).replaceAll("^['\"]|['\"]$", "");
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
      String text = text(entry.getValue());
      parts.add(entry.getKey().equals(NAME) ? text : entry.getKey() + "=" + text);
    }
    return parts.stream().collect(Collectors.joining(" "));
  }
}

package org.limbeck.shell.entry;

import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A YAML value of its own, written so that it means the same inside a flow mapping. */
final class FlowValue {
  private static final LoadSettings LOAD = LoadSettings.builder().build();

  private FlowValue() {}

  /**
   * Returns the value as it was typed where that means the same in a flow mapping; else in other
   * words, such as {@code "one, two"} for {@code one, two}.
   *
   * @throws IllegalArgumentException if it is not YAML
   */
  static String of(String typed) {
    Object value = load(typed);
    return meansTheSame(typed, value) ? typed : write(value);
  }

  /** Returns a text as a YAML string, in quotes where it needs them. */
  static String ofText(String text) {
    return Assignment.isWord(text) && text.equals(load(text)) ? text : write(text);
  }

  private static Object load(String typed) {
    try {
      return new Load(LOAD).loadFromString(typed);
    } catch (YamlEngineException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "").lines().findFirst().orElse("");
      throw new IllegalArgumentException("'" + typed + "' is not YAML: " + reason, e);
    }
  }

  private static boolean meansTheSame(String typed, Object value) {
    try {
      Object mapping = new Load(LOAD).loadFromString("{v: " + typed + "}");
      return mapping instanceof Map<?, ?> map
          && map.size() == 1
          && Objects.equals(map.get("v"), value);
    } catch (YamlEngineException e) {
      return false;
    }
  }

  private static String write(Object value) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.FLOW)
            .setDefaultScalarStyle(
                value instanceof String ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .build();
    return new Dump(settings).dumpToString(value).strip();
  }
}

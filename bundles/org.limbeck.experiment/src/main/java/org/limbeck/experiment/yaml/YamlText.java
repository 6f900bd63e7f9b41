package org.limbeck.experiment.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.experiment.Origin;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** YAML on one line. */
public final class YamlText {

  private YamlText() {}

  /** Writes a node. */
  public static String of(YamlNode node) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.FLOW)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .build();
    return new Dump(settings).dumpToString(value(node)).strip();
  }

  /** Reads a mapping back: Boolean, Long, Double, String, null, lists and maps. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> values(String mapping) {
    return (Map<String, Object>) value(new YamlParser().parse(mapping, new Origin("", 0, "")));
  }

  private static Object value(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      Map<String, Object> values = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> values.put(key, value(entry)));
      return values;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.items().stream().map(YamlText::value).toList();
    }
    return ((YamlNode.Scalar) node).value();
  }
}

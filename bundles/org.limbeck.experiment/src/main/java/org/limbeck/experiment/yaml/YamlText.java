package org.limbeck.experiment.yaml;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML on one line. */
public final class YamlText {

  private YamlText() {}

  /**
   * Writes a value.
   *
   * @param value a Boolean, Long, Double, String or null, or a list or map of those
   */
  public static String of(Object value) {
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.FLOW)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .build();
    return new Dump(settings).dumpToString(value).strip();
  }
}

package org.limbeck.cli.command;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML that the engine wrote. */
public final class Yaml {
  private Yaml() {}

  /** Reads a mapping; an empty one if the text is anything else. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> mapping(String text) {
    Object root =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(text);
    return root instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  public static String text(Map<String, Object> mapping) {
    return new Dump(
            DumpSettings.builder()
                .setSchema(new CoreSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .build())
        .dumpToString(mapping);
  }
}

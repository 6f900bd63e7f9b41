package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ScheduledSwap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes experiments as YAML that {@link ExperimentReader} reads back. */
public final class ExperimentWriter {

  /** Writes an experiment in full: what {@link ExperimentReader} reads back as an equal one. */
  public String write(Experiment experiment) {
    return write(experiment, Map.of());
  }

  /** Writes an experiment in full, with the versions of what it runs on. */
  public String write(Experiment experiment, Map<String, String> versions) {
    Map<String, Object> root = new LinkedHashMap<>();
    for (ExperimentKey key : ExperimentKeys.ALL) {
      key.writer().apply(experiment).ifPresent(value -> root.put(key.name(), value));
    }
    if (!experiment.swaps().isEmpty()) {
      root.put("swaps", experiment.swaps().stream().map(ExperimentWriter::swap).toList());
    }
    if (!versions.isEmpty()) {
      root.put("versions", versions);
    }
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(100)
            .build();
    return new Dump(settings).dumpToString(root);
  }

  private static Map<String, Object> swap(ScheduledSwap swap) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("round", swap.round());
    entry.putAll(swap.swap().values());
    return entry;
  }
}

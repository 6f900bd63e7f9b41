package org.limbeck.engine.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.PluginChoice;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes experiments as YAML that {@link ExperimentReader} reads back. */
public final class ExperimentWriter {

  /** Writes an experiment in full, with the versions of what it runs on. */
  public String write(Experiment experiment, Map<String, String> versions) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("name", experiment.name());
    if (!experiment.description().isEmpty()) {
      root.put("description", experiment.description());
    }
    root.put("seed", experiment.seed());
    root.put("rounds", experiment.rounds());
    root.put("evaluateEvery", experiment.evaluateEvery());
    root.put("localSteps", experiment.training().localSteps());
    root.put("batch", experiment.training().batch());
    experiment.plugins().forEach((kind, choice) -> root.put(kind.key(), plugin(choice)));
    root.put(
        "baseline",
        experiment.baselineAlgorithm().<Object>map(ExperimentWriter::plugin).orElse("none"));
    root.put("devices", groups(experiment.devices()));
    root.put("versions", versions);
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();
    return new Dump(settings).dumpToString(root);
  }

  private static Map<String, Object> plugin(PluginChoice choice) {
    Map<String, Object> plugin = new LinkedHashMap<>();
    plugin.put("name", choice.name());
    plugin.putAll(choice.options());
    return plugin;
  }

  /** Neighbours in the list with the same architecture make a group. */
  private static List<Map<String, Object>> groups(List<DeviceSpec> devices) {
    List<Map<String, Object>> groups = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= devices.size(); i++) {
      PluginChoice architecture = devices.get(first).architecture();
      if (i == devices.size() || !devices.get(i).architecture().equals(architecture)) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("count", i - first);
        group.put("architecture", plugin(architecture));
        groups.add(group);
        first = i;
      }
    }
    return groups;
  }
}

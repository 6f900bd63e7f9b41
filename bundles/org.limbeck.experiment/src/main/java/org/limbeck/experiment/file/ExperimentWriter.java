package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.HandoverSettings;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.ScheduledSwap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes experiments as YAML that {@link ExperimentReader} reads back. */
public final class ExperimentWriter {

  /** Writes an experiment in full: what {@link ExperimentReader} reads back as an equal one. */
  public String write(Experiment experiment) {
    return write(experiment, Map.of());
  }

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
    root.put("checkpointEvery", experiment.checkpointEvery());
    root.put("localSteps", experiment.training().localSteps());
    root.put("batch", experiment.training().batch());
    experiment.plugins().forEach((kind, choice) -> root.put(kind.key(), plugin(choice)));
    root.put("mixing", experiment.mixing().key());
    if (experiment.pace() != ExecutionMode.LOCK_STEP) {
      root.put("pace", experiment.pace().key());
    }
    root.put(
        "baseline",
        experiment.baselineAlgorithm().<Object>map(ExperimentWriter::plugin).orElse("none"));
    root.put("handover", handover(experiment.handover()));
    if (experiment.trigger().isSet()) {
      root.put("trigger", trigger(experiment.trigger()));
    }
    experiment
        .training()
        .privacy()
        .ifPresent(privacy -> root.put(PrivacyReader.KEY, privacy(privacy)));
    root.put("devices", groups(experiment.devices()));
    experiment.devices().stream()
        .flatMap(device -> device.attack().stream())
        .findFirst()
        .ifPresent(
            attack -> root.put(AdversariesReader.KEY, adversaries(experiment.devices(), attack)));
    if (!experiment.swaps().isEmpty()) {
      root.put("swaps", experiment.swaps().stream().map(ExperimentWriter::swap).toList());
    }
    if (!versions.isEmpty()) {
      root.put("versions", versions);
    }
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

  private static Map<String, Object> handover(HandoverSettings handover) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("steps", handover.steps());
    section.put("batch", handover.batch());
    section.put("stepSize", handover.stepSize());
    return section;
  }

  private static Map<String, Object> trigger(EventTrigger trigger) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("threshold", trigger.threshold());
    section.put("share", trigger.share());
    return section;
  }

  private static Map<String, Object> privacy(Privacy privacy) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("clip", privacy.clip());
    section.put("noise", privacy.noise());
    section.put("delta", privacy.delta());
    return section;
  }

  /** All adversaries of an experiment lie in the same way. */
  private static Map<String, Object> adversaries(List<DeviceSpec> devices, PluginChoice attack) {
    Map<String, Object> section = new LinkedHashMap<>();
    section.put(
        "devices",
        devices.stream()
            .filter(device -> device.attack().isPresent())
            .map(DeviceSpec::id)
            .toList());
    section.put(PluginKind.ATTACK.key(), plugin(attack));
    return section;
  }

  private static Map<String, Object> swap(ScheduledSwap swap) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("round", swap.round());
    entry.putAll(swap.swap().values());
    return entry;
  }

  /**
   * Neighbours in the list with the same architecture make a group, if they are called as nameless
   * devices are.
   */
  private static List<Map<String, Object>> groups(List<DeviceSpec> devices) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (int first = 0; first < devices.size(); ) {
      DeviceSpec device = devices.get(first);
      int next = first + 1;
      Map<String, Object> group = new LinkedHashMap<>();
      if (isNameless(devices, first)) {
        while (next < devices.size()
            && isNameless(devices, next)
            && devices.get(next).architecture().equals(device.architecture())
            && devices.get(next).slowness() == device.slowness()) {
          next++;
        }
        group.put("count", next - first);
      } else {
        group.put("id", device.id());
      }
      group.put("architecture", plugin(device.architecture()));
      if (device.slowness() > 1) {
        group.put("slowness", device.slowness());
      }
      groups.add(group);
      first = next;
    }
    return groups;
  }

  private static boolean isNameless(List<DeviceSpec> devices, int place) {
    return devices.get(place).id().equals(DeviceIds.of(place + 1));
  }
}

package org.limbeck.engine.placement;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.frame.FrameTag;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.file.ExperimentWriter;

/** What says of an experiment that two processes run the same one. */
final class ExperimentFingerprint {
  private static final String PATH = "path";

  private ExperimentFingerprint() {}

  /** Returns what the devices of a process announce, which can go on from some rounds. */
  static Announcement of(Experiment experiment, PluginSet pluginSet, List<Long> rounds) {
    String written = new ExperimentWriter().write(anywhere(experiment));
    return announcement(
        HexFormat.of().formatHex(FrameTag.sha256(written)), experiment, pluginSet, rounds);
  }

  /** Returns what a device on its own announces: it must select the rows that others do. */
  static Announcement of(DeviceRuntime device, Experiment experiment, PluginSet pluginSet) {
    String rows = "rows " + Long.toHexString(device.selectionsTag(new Workspace()));
    return announcement(rows, experiment, pluginSet, List.of());
  }

  private static Announcement announcement(
      String same, Experiment experiment, PluginSet pluginSet, List<Long> rounds) {
    return new Announcement(
        same,
        HexFormat.of().formatHex(pluginSet.reference().digest()),
        pluginSet.data().classes(),
        experiment.plugin(PluginKind.CODEC).text(),
        rounds);
  }

  /** Returns an experiment without what may differ from one machine to the other. */
  private static Experiment anywhere(Experiment experiment) {
    Map<PluginKind, PluginChoice> plugins = new EnumMap<>(experiment.plugins());
    plugins.computeIfPresent(
        PluginKind.TRANSPORT,
        (kind, choice) -> new PluginChoice(kind, choice.name(), Map.of(), choice.origin()));
    for (PluginKind kind : List.of(PluginKind.DATA, PluginKind.REFERENCE)) {
      plugins.computeIfPresent(kind, (key, choice) -> withoutPath(choice));
    }
    return experiment.toBuilder().plugins(plugins).observers(List.of()).build();
  }

  private static PluginChoice withoutPath(PluginChoice choice) {
    Map<String, Object> options = new TreeMap<>(choice.options());
    options.remove(PATH);
    return new PluginChoice(choice.kind(), choice.name(), options, choice.origin());
  }
}

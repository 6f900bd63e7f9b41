package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ScheduledSwap;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads the {@code swaps} of an experiment: each must fit what those before it have made. */
record ScheduleReader(PluginChoiceReader plugins, Problems problems) {
  private static final String ROUND = "round";

  /** Returns the experiment with its schedule. */
  Experiment read(YamlNode node, Experiment experiment) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      problems.add(
          node.origin(), "a list of changes belongs here, each with its round, not a value");
      return experiment;
    }
    List<Timed> entries = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      YamlSection section = YamlSection.of(item, problems);
      long round =
          section.requireInteger(
              ROUND, 1, Math.max(1, experiment.rounds() - 1), "the rounds that come before");
      if (item instanceof YamlNode.Mapping mapping) {
        entries.add(new Timed(round, mapping.without(ROUND)));
      }
    }
    entries.sort(Comparator.comparingLong(Timed::round));
    return experiment.withSwaps(check(entries, experiment));
  }

  private List<ScheduledSwap> check(List<Timed> entries, Experiment experiment) {
    List<ScheduledSwap> scheduled = new ArrayList<>();
    Experiment current = experiment;
    long nextDevice = DeviceIds.next(experiment.deviceIds());
    for (Timed entry : entries) {
      Swap swap = new SwapReader().read(entry.node, problems);
      SwapOrigins origins = SwapOrigins.writtenIn(entry.node);
      current = new SwappedExperiment(current, swap, origins, plugins, problems).next(nextDevice);
      nextDevice = Math.max(nextDevice, DeviceIds.next(current.deviceIds()));
      scheduled.add(new ScheduledSwap(entry.round, swap));
    }
    return scheduled;
  }

  private record Timed(long round, YamlNode.Mapping node) {}
}

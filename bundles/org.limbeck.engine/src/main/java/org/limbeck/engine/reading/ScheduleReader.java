package org.limbeck.engine.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.experiment.ScheduledSwap;
import org.limbeck.engine.yaml.FlowText;
import org.limbeck.engine.yaml.Node;

/** Reads the {@code swaps} of an experiment: each must fit what those before it have made. */
final class ScheduleReader {
  private static final String ROUND = "round";

  private final SwapReader swaps;
  private final List<Problem> problems;

  ScheduleReader(SwapReader swaps, List<Problem> problems) {
    this.swaps = swaps;
    this.problems = problems;
  }

  /** Returns the experiment with its schedule. */
  Experiment read(Node node, Experiment experiment) {
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(
          new Problem(
              node.origin(), "a list of changes belongs here, each with its round, not a value"));
      return experiment;
    }
    List<Timed> entries = new ArrayList<>();
    for (Node item : sequence.items()) {
      Section section = Section.of(item, problems);
      long round =
          section.requireInteger(
              ROUND, 1, Math.max(1, experiment.rounds() - 1), "the rounds that come before");
      if (item instanceof Node.Mapping mapping) {
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
      current = swaps.read(Section.of(entry.change, problems), current, nextDevice);
      nextDevice = Math.max(nextDevice, DeviceIds.next(current.deviceIds()));
      scheduled.add(new ScheduledSwap(entry.round, FlowText.of(entry.change)));
    }
    return scheduled;
  }

  private record Timed(long round, Node.Mapping change) {}
}

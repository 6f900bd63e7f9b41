package org.limbeck.report.parts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.report.DatedChange;
import org.limbeck.report.Evaluation;
import org.limbeck.report.RunRecord;

/** The evaluations of a part, gone through in step with those of other parts. */
final class PartTimeline {

  /** Finds what the devices of a part thought. */
  @FunctionalInterface
  interface Memory {
    /** Returns their decisions at the evaluation after some rounds. */
    List<DeviceDecisions> after(long round) throws PartsException;
  }

  private final RunRecord run;
  private final Memory memory;
  private int latest = -1;
  private List<DeviceDecisions> decisions = List.of();

  PartTimeline(RunRecord run, Memory memory) {
    this.run = run;
    this.memory = memory;
  }

  /** Returns the rounds after which the part was evaluated. */
  Stream<Long> rounds() {
    return run.evaluations().stream().map(Evaluation::round);
  }

  /** Goes on to the latest evaluation at or before a round. */
  void goTo(long round) throws PartsException {
    int next = latest;
    while (next + 1 < run.evaluations().size()
        && run.evaluations().get(next + 1).round() <= round) {
      next++;
    }
    if (next != latest) {
      latest = next;
      decisions = memory.after(run.evaluations().get(latest).round());
    }
  }

  /** Returns that evaluation; nothing if the part was first evaluated later. */
  Optional<Evaluation> latest() {
    return latest < 0 ? Optional.empty() : Optional.of(run.evaluations().get(latest));
  }

  /** Returns what the devices thought at that evaluation. */
  List<DeviceDecisions> decisions() {
    return decisions;
  }

  /** Returns how long the part had taken at that evaluation. */
  double seconds() {
    return latest < 0 ? 0 : run.evaluationSeconds().get(latest);
  }

  /** Returns the changes that the evaluations after exactly some rounds tell of. */
  Stream<DatedChange> changes(long round) {
    return run.evaluations().stream()
        .filter(evaluation -> evaluation.round() == round)
        .flatMap(evaluation -> evaluation.changes().stream());
  }
}

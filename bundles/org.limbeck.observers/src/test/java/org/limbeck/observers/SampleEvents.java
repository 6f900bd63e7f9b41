package org.limbeck.observers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.Traffic;

/** The events of a run of two honest devices and one that lies. */
final class SampleEvents {
  static final RunStarted START =
      new RunStarted("sample", 1, 6, Map.of("topology", "ring"), List.of(), List.of());

  private SampleEvents() {}

  /** Returns a round in which every device has the same losses and sends the same bytes. */
  static RoundCompleted round(long round, double local, double distillation, long bytes) {
    Traffic sent = new Traffic(bytes, bytes + 10, 0);
    return new RoundCompleted(
        round,
        List.of(
            new DeviceRound("a", local, distillation, sent, Traffic.NONE),
            new DeviceRound("b", local, distillation, sent, Traffic.NONE),
            new DeviceRound("liar", local, distillation, sent, Traffic.NONE)));
  }

  static RoundEvaluated evaluation(long round, double a, double b) {
    return new RoundEvaluated(
        round,
        List.of(
            new DeviceEvaluation("a", a, 0.5, Double.NaN, 2),
            new DeviceEvaluation("b", b, 0.25, Double.NaN, 4),
            new DeviceEvaluation("liar", 0, 9, 9, 9, true)));
  }

  /** Returns rounds up to a number of rounds completed, with an evaluation after every second. */
  static List<RunEvent> rounds(long from, long to) {
    List<RunEvent> events = new ArrayList<>();
    for (long round = from; round < to; round++) {
      events.add(round(round, 1.0 / (round + 1), 0.5 / (round + 1), 100 + round));
      if (round % 2 == 1) {
        events.add(evaluation(round + 1, 0.1 * round, 0.1 * round + 0.05));
      }
    }
    return events;
  }

  /** Returns all events of a run of six rounds. */
  static List<RunEvent> run() {
    List<RunEvent> events = new ArrayList<>();
    events.add(START);
    events.add(evaluation(0, 0.1, 0.2));
    events.addAll(rounds(0, 6));
    events.add(new RunCompleted(6));
    return events;
  }
}

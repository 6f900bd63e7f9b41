package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.service.ServiceExtension;

/** Runs with a schedule of swaps, cut short and resumed. */
@Timeout(60)
@ExtendWith(ServiceExtension.class)
class ScheduledRunTest {
  private static final String SCHEDULED =
      Experiments.STEERED
          + """
          swaps:
            - {round: 3, topology: complete, localSteps: 2}
            - {round: 6, architecture: {name: mlp, hidden: [6]}, devices: [2-3]}
            - {round: 9, join: [softmax, {name: mlp, hidden: [5]}]}
            - {round: 11, leave: 1, algorithm: {regularization: 1}}
            - {round: 14, reference: {name: digits, rows: 80}}
          """;

  @InjectService Engine engine;
  @TempDir Path folder;

  @Test
  void aScheduleGivesTheSameBitsAtAnyThreadCount() throws Exception {
    List<RunEvent> one = events(engine.open(experiment(SCHEDULED), 1));
    List<RunEvent> two = events(engine.open(experiment(SCHEDULED), 2));
    assertThat(one).isEqualTo(two);
    assertThat(one).filteredOn(Rewired.class::isInstance).hasSize(5);
  }

  @Test
  void whatIsCutShortAtAnyRoundEndsTheSame() throws Exception {
    List<RunEvent> whole = events(engine.open(experiment(SCHEDULED), 2));
    for (long cut : new long[] {1, 6, 9, 12, 19}) {
      Path saved = folder.resolve("cut-" + cut);
      RunSettings settings = RunSettings.of(2).withCheckpoints(saved);
      List<RunEvent> events = new ArrayList<>();
      try (Run run = engine.open(experiment(SCHEDULED), settings)) {
        assertThatThrownBy(() -> run.execute(List.of(event -> interruptAfter(cut, event, events))))
            .isInstanceOf(InterruptedException.class);
      }
      try (Run run = engine.resume(experiment(SCHEDULED), settings)) {
        run.execute(List.of(events::add));
      }
      assertThat(LiveRun.results(events))
          .as("cut after round " + cut)
          .isEqualTo(LiveRun.results(whole));
    }
  }

  @Test
  void anotherExperimentIsNotResumed() throws Exception {
    RunSettings settings = RunSettings.of(2).withCheckpoints(folder.resolve("saved"));
    try (Run run = engine.open(experiment(Experiments.STEERED), settings)) {
      run.execute(List.of());
    }
    assertThatThrownBy(() -> engine.resume(experiment(Experiments.STEERED).withSeed(2), settings))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("it says 'seed: 2', and said 'seed: 1'");
  }

  private Experiment experiment(String text) throws Exception {
    return Experiments.read(engine, folder, text);
  }

  private static void interruptAfter(long rounds, RunEvent event, List<RunEvent> events) {
    events.add(event);
    if (event instanceof RoundCompleted completed && completed.round() + 1 == rounds) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<RunEvent> events(Run opened) throws InterruptedException {
    List<RunEvent> events = new ArrayList<>();
    try (Run run = opened) {
      run.execute(List.of(event -> events.add(withoutTiming(event))));
    }
    return events;
  }

  private static RunEvent withoutTiming(RunEvent event) {
    return event instanceof Rewired r
        ? new Rewired(
            r.round(),
            r.by(),
            r.changes(),
            r.plugins(),
            r.devices(),
            r.edges(),
            r.accuracyBefore(),
            r.accuracyAfter(),
            0)
        : event;
  }
}

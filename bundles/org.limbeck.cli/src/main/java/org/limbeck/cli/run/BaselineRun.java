package org.limbeck.cli.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.limbeck.engine.Run;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;
import org.limbeck.report.RunRecord;
import org.limbeck.report.RunRecorder;

/** The run that an experiment is compared with, if it is compared at all. */
public final class BaselineRun implements AutoCloseable {
  static final String LOCAL_ONLY = "local-only";

  private final String algorithm;
  private Run run;

  private BaselineRun(String algorithm, Run run) {
    this.algorithm = algorithm;
    this.run = run;
  }

  /**
   * Makes the baseline of an experiment.
   *
   * @param open wires a run of it
   */
  static BaselineRun of(Experiment experiment, Function<Experiment, Run> open) {
    return experiment
        .baseline()
        .map(other -> new BaselineRun(algorithmOf(other), open.apply(other)))
        .orElseGet(() -> new BaselineRun(LOCAL_ONLY, null));
  }

  /** Returns the name of an experiment's algorithm. */
  public static String algorithmOf(Experiment experiment) {
    return experiment.plugin(PluginKind.ALGORITHM).name();
  }

  /** Returns what to call the accuracy of an experiment's baseline in a table. */
  static String column(Experiment experiment) {
    return experiment
        .baseline()
        .map(other -> column(algorithmOf(other)))
        .orElseGet(() -> column(LOCAL_ONLY));
  }

  /** Returns what to call the accuracy of a baseline that runs an algorithm. */
  static String column(String algorithm) {
    return algorithm.equals(LOCAL_ONLY) ? "alone" : algorithm;
  }

  /** Runs what is left of it, and closes it. */
  Optional<RunRecord> execute(
      Instant startedAt, Function<String, ProgressDisplay> progress, RunPosition milestone)
      throws InterruptedException {
    if (run == null) {
      return Optional.empty();
    }
    String label = column(algorithm) + ": ";
    milestone.begin(label);
    RunRecorder recorder = new RunRecorder(startedAt, System::nanoTime);
    try (ProgressDisplay shown = progress.apply(label)) {
      run.execute(List.of(recorder, milestone, shown));
    }
    close();
    return Optional.of(recorder.record());
  }

  @Override
  public void close() {
    if (run != null) {
      run.close();
      run = null;
    }
  }
}

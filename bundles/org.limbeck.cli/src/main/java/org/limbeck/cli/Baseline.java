package org.limbeck.cli;

import java.util.List;
import java.util.Optional;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.report.RunRecord;
import org.limbeck.report.RunRecorder;

/** The run that an experiment is compared with, if it is compared at all. */
final class Baseline implements AutoCloseable {
  private static final String LOCAL_ONLY = "local-only";

  private final String algorithm;
  private Run run;

  private Baseline(String algorithm, Run run) {
    this.algorithm = algorithm;
    this.run = run;
  }

  /** Wires the baseline of an experiment. */
  static Baseline open(Engine engine, Experiment experiment, int threads) {
    return experiment
        .baseline()
        .map(other -> new Baseline(algorithmOf(other), engine.open(other, threads)))
        .orElseGet(() -> new Baseline(LOCAL_ONLY, null));
  }

  /** Returns the name of an experiment's algorithm. */
  static String algorithmOf(Experiment experiment) {
    return experiment.plugin(Kind.ALGORITHM).name();
  }

  /** Returns what to call its accuracy in a table. */
  String column() {
    return algorithm.equals(LOCAL_ONLY) ? "alone" : algorithm;
  }

  /** Runs it and closes it. */
  Optional<RunRecord> execute(ProgressFactory progress) throws InterruptedException {
    if (run == null) {
      return Optional.empty();
    }
    RunRecorder recorder = new RunRecorder(System::nanoTime);
    try (Progress shown = progress.of(column() + ": ")) {
      run.execute(List.of(recorder, shown));
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

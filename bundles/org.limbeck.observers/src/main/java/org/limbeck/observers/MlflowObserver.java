package org.limbeck.observers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.limbeck.api.Stateful;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.observer.OpenObserver;

/**
 * Writes the figures of a run at each evaluation as values of metrics, whose step is the round, and
 * what the experiment says as parameters.
 */
final class MlflowObserver implements OpenObserver, Stateful {
  private final MlflowStore store;
  private final Map<String, String> parameters;
  private final MlflowRun run;
  private final RunFigures figures;
  private final Clock clock;
  private boolean begun;
  private boolean restored;
  private long start;
  private MlflowStatus status = MlflowStatus.KILLED;

  MlflowObserver(
      MlflowStore store, Map<String, String> parameters, RunFigures figures, Clock clock) {
    this.store = store;
    this.parameters = parameters;
    this.run = new MlflowRun(store.run());
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Takes note of an event.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  @Override
  public void on(RunEvent event) {
    try {
      if (event instanceof RunStarted) {
        begin();
      } else if (event instanceof RoundCompleted completed) {
        figures.count(completed);
      } else if (event instanceof RoundEvaluated evaluated) {
        append(evaluated);
      } else if (event instanceof RunCompleted) {
        status = MlflowStatus.FINISHED;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(start);
    figures.save(out);
    run.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    start = in.readLong();
    figures.restore(in);
    run.restore(in);
    restored = true;
  }

  /** Says how the run has ended, if it has begun. */
  @Override
  public void close() throws IOException {
    try (run) {
      if (begun) {
        run.describe(store.describe(status, start, clock.millis()));
      }
    }
  }

  private void begin() throws IOException {
    store.make(clock.millis());
    if (!restored) {
      start = clock.millis();
      run.clear();
    }
    run.begin();
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      run.parameter(parameter.getKey(), parameter.getValue());
    }
    run.tag("mlflow.runName", store.runName());
    run.tag("mlflow.source.name", "limbeck");
    run.tag("mlflow.source.type", "LOCAL");
    run.tag("mlflow.user", MlflowStore.user());
    run.tag("limbeck.folder", store.place().toString());
    run.describe(store.describe(MlflowStatus.RUNNING, start, 0));
    begun = true;
  }

  private void append(RoundEvaluated evaluated) throws IOException {
    long now = clock.millis();
    for (Map.Entry<String, Double> figure : figures.at(evaluated).entrySet()) {
      run.append(figure.getKey(), now, figure.getValue(), evaluated.round());
    }
  }
}

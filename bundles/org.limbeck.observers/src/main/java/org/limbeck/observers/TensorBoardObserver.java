package org.limbeck.observers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.limbeck.api.Stateful;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.observer.OpenObserver;

/** Writes the figures of a run at each evaluation as an event, whose step is the round. */
final class TensorBoardObserver implements OpenObserver, Stateful {
  private final ContinuedFile file;
  private final RunFigures figures;
  private final Clock clock;

  TensorBoardObserver(ContinuedFile file, RunFigures figures, Clock clock) {
    this.file = file;
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Takes note of an event.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  @Override
  public void on(RunEvent event) {
    try {
      if (event instanceof RunStarted) {
        begin();
      } else if (event instanceof RoundCompleted completed) {
        figures.count(completed);
      } else if (event instanceof RoundEvaluated evaluated) {
        append(
            TensorBoardEvents.scalars(clock.instant(), evaluated.round(), figures.at(evaluated)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A checkpoint must not know more than the disk does. */
  @Override
  public void save(DataOutput out) throws IOException {
    file.force();
    out.writeLong(file.end());
    figures.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    file.continueAt(in.readLong());
    figures.restore(in);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void begin() throws IOException {
    file.truncate();
    if (file.end() == 0) {
      append(TensorBoardEvents.version(clock.instant()));
    }
  }

  private void append(byte[] event) throws IOException {
    file.append(RecordFraming.framed(event));
  }
}

package org.limbeck.report.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.report.RunFolder;

/**
 * Writes what the devices of a part think, as they are evaluated: a file per evaluation, {@code
 * decisions/ROUND.bin}, safe on the disk before a checkpoint can follow. A run that goes on from a
 * checkpoint writes those after it anew.
 */
public final class DecisionsWriter implements RunObserver {
  private final RunFolder folder;

  /** Makes a writer, which leaves a run of all devices alone. */
  public DecisionsWriter(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Takes note of an event.
   *
   * @throws UncheckedIOException if decisions cannot be written
   */
  @Override
  public void on(RunEvent event) {
    if (event instanceof DecisionsTaken taken) {
      Decisions decisions = Decisions.of(taken);
      try {
        folder.writeThrough(
            Decisions.file(taken.round()), out -> DecisionsFormat.write(decisions, out));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package org.limbeck.shell.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.control.RunControl;
import org.limbeck.shell.text.ChangeText;

/** Asks a run for a change and waits until it has taken effect. */
final class Change {
  private static final String BY = "shell";

  private Change() {}

  /**
   * Returns what the change did.
   *
   * @param entry what to change, as {@link RunControl#change} wants it
   * @throws org.limbeck.experiment.InvalidInputException if it is refused
   * @throws IllegalStateException if the run has ended
   * @throws InterruptedException if the wait is given up; the change takes effect all the same
   */
  static String carryOut(RunControl run, String entry) throws InterruptedException {
    CompletableFuture<Rewired> change = run.change(entry, BY);
    try {
      return ChangeText.outcome(change.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException("the change failed: " + e.getCause(), e);
    }
  }
}

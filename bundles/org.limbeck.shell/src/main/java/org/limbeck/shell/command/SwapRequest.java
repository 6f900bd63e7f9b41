package org.limbeck.shell.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.control.RunControl;
import org.limbeck.experiment.Swap;
import org.limbeck.shell.swap.SwapArguments;
import org.limbeck.shell.text.ChangeText;

/** Asks a run for a swap and waits until it has taken effect. */
final class SwapRequest {
  private SwapRequest() {}

  /**
   * Returns what the swap did.
   *
   * @param swap what changes
   * @throws org.limbeck.experiment.InvalidInputException if it is refused
   * @throws IllegalStateException if the run has ended
   * @throws InterruptedException if the wait is given up; the swap takes effect all the same
   */
  static String carryOut(RunControl run, Swap swap) throws InterruptedException {
    CompletableFuture<Rewired> asked = run.swap(swap, SwapArguments.BY);
    try {
      return ChangeText.outcome(asked.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw new IllegalStateException("the change failed: " + e.getCause(), e);
    }
  }
}

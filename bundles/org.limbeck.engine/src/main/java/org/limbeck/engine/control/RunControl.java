package org.limbeck.engine.control;

import java.util.concurrent.CompletableFuture;
import org.limbeck.api.event.Rewired;
import org.limbeck.experiment.Swap;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Steers a run while it goes on. An OSGi service for as long as the run executes; safe for use by
 * several threads at once. Whatever is asked for takes effect between two rounds: no round is lost,
 * done twice, or done half with the old and half with the new.
 */
@ProviderType
public interface RunControl {

  /** Returns how the run does now. */
  RunStatus status();

  /**
   * Asks for a swap at the next boundary between two rounds. What cannot work is refused before
   * anything changes.
   *
   * @param swap what changes
   * @param by who asks, such as {@code shell}; recorded with the swap
   * @return completes when the swap has taken effect; completes with an {@link
   *     org.limbeck.experiment.InvalidInputException} if a plug-in refused it after all, and the
   *     run then goes on as before
   * @throws org.limbeck.experiment.InvalidInputException if the swap does not fit the experiment,
   *     with every reason
   * @throws IllegalStateException if the run has ended
   */
  CompletableFuture<Rewired> swap(Swap swap, String by);

  /** Stops before the next round, until {@link #resume}. Swaps take effect meanwhile. */
  void pause();

  /** Goes on after {@link #pause}, or beyond the rounds of {@link #advance}. */
  void resume();

  /**
   * Does some rounds more and then pauses: also beyond the rounds of the experiment, while the run
   * is held after its last round.
   *
   * @param rounds how many, at least 1
   */
  void advance(long rounds);

  /** Ends the run before the next round, as if that had been the last: results are written. */
  void end();
}

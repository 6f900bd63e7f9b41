package org.limbeck.engine.run;

import java.util.Optional;
import java.util.function.Consumer;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.RunEvent;
import org.limbeck.deploy.ConfigurationUpdate;
import org.limbeck.deploy.ConfigurationUpdates;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.ScheduledSwap;
import org.limbeck.experiment.Swap;

/**
 * Makes the swaps that the experiment has scheduled, that others ask for, and that configurations
 * call for. Used by one thread at a time.
 */
final class DueSwaps {
  private final Swapper swapper;
  private final RunController controller;
  private final ConfigurationUpdates configurations;
  private final Consumer<RunEvent> events;
  private long scheduledThrough;

  DueSwaps(
      Swapper swapper,
      RunController controller,
      ConfigurationUpdates configurations,
      Consumer<RunEvent> events,
      long scheduledThrough) {
    this.swapper = swapper;
    this.controller = controller;
    this.configurations = configurations;
    this.events = events;
    this.scheduledThrough = scheduledThrough;
  }

  /** Returns the last round whose scheduled swaps have been made. */
  long scheduledThrough() {
    return scheduledThrough;
  }

  /**
   * Makes what is scheduled up to a round.
   *
   * @throws InvalidInputException if a swap is refused
   */
  void makeScheduled(long round) {
    for (ScheduledSwap scheduled : swapper.activeNetwork().experiment().swaps()) {
      if (scheduled.round() > scheduledThrough && scheduled.round() <= round) {
        swapper.swap(scheduled.swap(), "schedule", round);
      }
    }
    scheduledThrough = Math.max(scheduledThrough, round);
  }

  /** Makes what others ask for, and tells them what came of it. */
  void makeRequested(long round) {
    for (Optional<RunController.Request> next = controller.nextRequest();
        next.isPresent();
        next = controller.nextRequest()) {
      RunController.Request request = next.get();
      try {
        request.done().complete(swapper.swap(request.swap(), request.by(), round));
      } catch (InvalidInputException e) {
        request.done().completeExceptionally(e);
      }
    }
  }

  /** Makes what configurations call for; what is refused is told. */
  void makeConfigured(long round) {
    for (ConfigurationUpdate update : configurations.pending()) {
      try {
        Optional<Swap> swap = ConfigurationSwap.of(update, swapper.activeNetwork().experiment());
        if (swap.isPresent()) {
          swapper.swapIfOther(swap.get(), update.source(), round);
        }
      } catch (InvalidInputException e) {
        events.accept(new ChangeRefused(round, update.source(), e.getMessage()));
      }
    }
  }
}

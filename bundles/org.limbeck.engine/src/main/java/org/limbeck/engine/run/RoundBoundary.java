package org.limbeck.engine.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.RunContinued;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunPaused;
import org.limbeck.deploy.ConfigurationUpdate;
import org.limbeck.deploy.ExternalUpdates;
import org.limbeck.deploy.PluginUpdate;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.engine.swap.DeviceStates;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.ScheduledSwap;
import org.limbeck.experiment.Swap;

/**
 * What may happen between two rounds: what the experiment has scheduled, plug-ins that come and go,
 * and what others ask for. Used by one thread at a time.
 */
final class RoundBoundary {
  static final long POLL_MILLIS = 100;

  private final PluginBinder binder;
  private final ExternalUpdates externalUpdates;
  private final RunController controller;
  private final Swapper swapper;
  private final CheckpointWriter checkpointWriter;
  private final Optional<PrivateDataWatcher> data;
  private final CheckpointFailurePolicy failurePolicy;
  private final Duration timeout;
  private final Consumer<RunEvent> events;
  private long scheduledThrough;

  /**
   * Makes the time between rounds of a run.
   *
   * @param data looks for more private rows; empty where they stay as they are
   */
  RoundBoundary(
      PluginBinder binder,
      ExternalUpdates externalUpdates,
      RunController controller,
      Swapper swapper,
      CheckpointWriter checkpointWriter,
      Optional<PrivateDataWatcher> data,
      CheckpointFailurePolicy failurePolicy,
      Duration timeout,
      Consumer<RunEvent> events,
      long scheduledThrough) {
    this.binder = binder;
    this.externalUpdates = externalUpdates;
    this.controller = controller;
    this.swapper = swapper;
    this.checkpointWriter = checkpointWriter;
    this.data = data;
    this.failurePolicy = failurePolicy;
    this.timeout = timeout;
    this.events = events;
    this.scheduledThrough = scheduledThrough;
  }

  /** Makes a checkpoint, from which the run goes on now. */
  void save(long round) {
    save(round, false);
  }

  /** Makes the last checkpoint. */
  void saveLast(long round) {
    save(round, true);
  }

  private void save(long round, boolean last) {
    checkpointWriter.save(
        swapper.activeNetwork(), round, scheduledThrough, swapper.nextDevice(), last);
  }

  /** Makes a checkpoint that the run may be able to go on without. */
  void saveOnTheWay(long round) {
    failurePolicy.save(round, () -> save(round));
  }

  /**
   * Makes all swaps that are due.
   *
   * @param round the number of rounds completed
   * @throws InvalidInputException if a scheduled swap is refused, or a plug-in that has gone does
   *     not come back
   * @throws InterruptedException if this thread is interrupted while it waits for a plug-in
   */
  void pass(long round) throws InterruptedException {
    makeScheduled(round);
    String missing = "";
    long deadline = 0;
    DeviceStates states = new DeviceStates();
    String by = "plugins";
    while (true) {
      Optional<PluginUpdate> update = externalUpdates.plugins().pending();
      if (update.isPresent()) {
        states = prepareFor(update.get(), round, states);
        by = update.get().source();
        update.get().apply();
      }
      externalUpdates
          .plugins()
          .newFaults()
          .forEach((file, fault) -> events.accept(new ChangeRefused(round, file, fault)));
      makeRequested(round);
      Optional<String> complaint = renew(states, by, round);
      if (complaint.isEmpty() || controller.isEnding()) {
        makeConfigured(round);
        lookForData(round);
        break;
      }
      if (missing.isEmpty()) {
        deadline = System.nanoTime() + timeout.toNanos();
        missing = complaint.get();
        standStill(missing, round);
      } else if (System.nanoTime() > deadline) {
        throw new InvalidInputException(
            new Origin("after round " + round, 0, ""),
            missing + "; waited " + timeout.toSeconds() + " s for it");
      }
      controller.await(POLL_MILLIS);
    }
    if (!missing.isEmpty()) {
      controller.stand(RunStatus.State.RUNNING, "");
      events.accept(new RunContinued(round));
    }
  }

  private void makeScheduled(long round) {
    for (ScheduledSwap scheduled : swapper.activeNetwork().experiment().swaps()) {
      if (scheduled.round() > scheduledThrough && scheduled.round() <= round) {
        swapper.swap(scheduled.swap(), "schedule", round);
      }
    }
    scheduledThrough = Math.max(scheduledThrough, round);
  }

  private void makeRequested(long round) {
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

  private void makeConfigured(long round) {
    for (ConfigurationUpdate update : externalUpdates.configurations().pending()) {
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

  /** A checkpoint tells with how many rows all rounds after it are done. */
  private void lookForData(long round) {
    if (data.isPresent() && data.get().look(round)) {
      save(round);
    }
  }

  /** What the classes that go have made must be saved while they are there. */
  private DeviceStates prepareFor(PluginUpdate update, long round, DeviceStates states) {
    if (!binder.usesAny(update.affected())) {
      return states;
    }
    saveOnTheWay(round);
    try {
      return DeviceStates.of(swapper.activeNetwork().network());
    } catch (IOException e) {
      throw new InvalidInputException(
          new Origin(update.source(), 0, ""), "a device cannot be saved: " + e.getMessage());
    }
  }

  /** Goes on with plug-ins that took the place of others; returns what is wrong if none did. */
  private Optional<String> renew(DeviceStates states, String by, long round) {
    List<PluginChoice> stale = binder.stale();
    if (stale.isEmpty()) {
      return Optional.empty();
    }
    try {
      swapper.renew(stale, states, by, round);
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of("waiting for " + describe(e.problems().get(0), stale));
    }
  }

  private static String describe(Problem problem, List<PluginChoice> stale) {
    PluginChoice blamed =
        stale.stream()
            .filter(choice -> choice.origin().equals(problem.origin()))
            .findFirst()
            .orElse(stale.get(0));
    return blamed.kind().key() + " " + problem.message();
  }

  private void standStill(String reason, long round) {
    controller.stand(RunStatus.State.WAITING, reason);
    events.accept(new RunPaused(round, reason));
  }
}

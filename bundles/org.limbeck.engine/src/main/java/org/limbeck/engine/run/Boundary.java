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
import org.limbeck.engine.control.RunStatus;
import org.limbeck.engine.dropin.ConfigurationEdit;
import org.limbeck.engine.dropin.Outside;
import org.limbeck.engine.dropin.PluginUpdate;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.experiment.ScheduledSwap;
import org.limbeck.engine.reading.ExperimentReader;
import org.limbeck.engine.rewiring.States;
import org.limbeck.engine.wiring.Wirer;

/**
 * What may happen between two rounds: what the experiment has scheduled, plug-ins that come and go,
 * and what others ask for. Used by one thread at a time.
 */
final class Boundary {
  static final long POLL_MILLIS = 100;

  private final ExperimentReader reader;
  private final Wirer wirer;
  private final Outside outside;
  private final Steering steering;
  private final Swapper swapper;
  private final Saver saver;
  private final Optional<GrowingData> data;
  private final Tolerance tolerance;
  private final Duration patience;
  private final Consumer<RunEvent> events;
  private long scheduledThrough;

  /**
   * Makes the time between rounds of a run.
   *
   * @param data looks for more private rows; empty where they stay as they are
   */
  Boundary(
      ExperimentReader reader,
      Wirer wirer,
      Outside outside,
      Steering steering,
      Swapper swapper,
      Saver saver,
      Optional<GrowingData> data,
      Tolerance tolerance,
      Duration patience,
      Consumer<RunEvent> events,
      long scheduledThrough) {
    this.reader = reader;
    this.wirer = wirer;
    this.outside = outside;
    this.steering = steering;
    this.swapper = swapper;
    this.saver = saver;
    this.data = data;
    this.tolerance = tolerance;
    this.patience = patience;
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
    saver.save(swapper.situation(), round, scheduledThrough, swapper.nextDevice(), last);
  }

  /** Makes a checkpoint that the run may be able to go on without. */
  void saveOnTheWay(long round) {
    tolerance.save(round, () -> save(round));
  }

  /**
   * Makes all changes that are due.
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
    States states = new States();
    String by = "plugins";
    while (true) {
      Optional<PluginUpdate> update = outside.plugins().pending();
      if (update.isPresent()) {
        states = prepareFor(update.get(), round, states);
        by = update.get().source();
        update.get().apply();
      }
      outside
          .plugins()
          .newFaults()
          .forEach((file, fault) -> events.accept(new ChangeRefused(round, file, fault)));
      makeRequested(round);
      Optional<String> complaint = renew(states, by, round);
      if (complaint.isEmpty() || steering.isEnding()) {
        makeEdits(round);
        lookForData(round);
        break;
      }
      if (missing.isEmpty()) {
        deadline = System.nanoTime() + patience.toNanos();
        missing = complaint.get();
        standStill(missing, round);
      } else if (System.nanoTime() > deadline) {
        throw new InvalidInputException(
            new Origin("after round " + round, 0, ""),
            missing + "; waited " + patience.toSeconds() + " s for it");
      }
      steering.await(POLL_MILLIS);
    }
    if (!missing.isEmpty()) {
      steering.stand(RunStatus.State.RUNNING, "");
      events.accept(new RunContinued(round));
    }
  }

  private void makeScheduled(long round) {
    for (ScheduledSwap swap : swapper.situation().experiment().swaps()) {
      if (swap.round() > scheduledThrough && swap.round() <= round) {
        swapper.swap(read(swap.entry(), "schedule"), "schedule", round);
      }
    }
    scheduledThrough = Math.max(scheduledThrough, round);
  }

  private void makeRequested(long round) {
    for (Optional<Steering.Request> next = steering.nextRequest();
        next.isPresent();
        next = steering.nextRequest()) {
      Steering.Request request = next.get();
      try {
        request
            .done()
            .complete(swapper.swap(read(request.entry(), request.by()), request.by(), round));
      } catch (InvalidInputException e) {
        request.done().completeExceptionally(e);
      }
    }
  }

  private void makeEdits(long round) {
    for (ConfigurationEdit edit : outside.configurations().pending()) {
      Optional<String> entry = EditEntry.of(edit, swapper.situation().experiment());
      try {
        if (entry.isPresent()) {
          Experiment next = read(entry.get(), edit.source());
          if (!next.equals(swapper.situation().experiment())) {
            swapper.swap(next, edit.source(), round);
          }
        }
      } catch (InvalidInputException e) {
        events.accept(new ChangeRefused(round, edit.source(), e.getMessage()));
      }
    }
  }

  /** A checkpoint tells with how many rows all rounds after it are done. */
  private void lookForData(long round) {
    if (data.isPresent() && data.get().look(round)) {
      save(round);
    }
  }

  private Experiment read(String entry, String by) {
    return reader.readSwap(entry, by, swapper.situation().experiment(), swapper.nextDevice());
  }

  /** What the classes that go have made must be saved while they are there. */
  private States prepareFor(PluginUpdate update, long round, States states) {
    if (!wirer.usesAny(update.affected())) {
      return states;
    }
    saveOnTheWay(round);
    try {
      return States.of(swapper.situation().network());
    } catch (IOException e) {
      throw new InvalidInputException(
          new Origin(update.source(), 0, ""), "a device cannot be saved: " + e.getMessage());
    }
  }

  /** Goes on with plug-ins that took the place of others; returns what is wrong if none did. */
  private Optional<String> renew(States states, String by, long round) {
    List<PluginChoice> stale = wirer.stale();
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
    steering.stand(RunStatus.State.WAITING, reason);
    events.accept(new RunPaused(round, reason));
  }
}

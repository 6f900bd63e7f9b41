package org.limbeck.engine.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.RunEvent;
import org.limbeck.deploy.PluginUpdate;
import org.limbeck.deploy.PluginUpdates;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.swap.DeviceStates;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.Problem;

/**
 * Takes up plug-ins that come and go, and lets the run go on with those that take the place of
 * others under the same names. Used by one thread at a time.
 */
final class PluginRenewal {
  private final PluginBinder binder;
  private final PluginUpdates updates;
  private final Swapper swapper;
  private final RunCheckpoints checkpoints;
  private final Consumer<RunEvent> events;
  private DeviceStates states = new DeviceStates();
  private String by = "plugins";

  PluginRenewal(
      PluginBinder binder,
      PluginUpdates updates,
      Swapper swapper,
      RunCheckpoints checkpoints,
      Consumer<RunEvent> events) {
    this.binder = binder;
    this.updates = updates;
    this.swapper = swapper;
    this.checkpoints = checkpoints;
    this.events = events;
  }

  /**
   * Installs, updates and removes what has come to the folder of plug-ins, or gone from it. What
   * the devices have learnt is kept for {@link #renew} where their classes go.
   *
   * @throws InvalidInputException if a device cannot be saved
   */
  void update(long round) {
    Optional<PluginUpdate> update = updates.pending();
    if (update.isPresent()) {
      prepareFor(update.get(), round);
      by = update.get().source();
      update.get().apply();
    }
    updates
        .newFaults()
        .forEach((file, fault) -> events.accept(new ChangeRefused(round, file, fault)));
  }

  /** Goes on with the plug-ins that are there now; returns what the run waits for, if anything. */
  Optional<String> renew(long round) {
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

  /** Forgets what was kept of devices, as they go on learning. */
  void forget() {
    states = new DeviceStates();
    by = "plugins";
  }

  /** What the classes that go have made must be saved while they are there. */
  private void prepareFor(PluginUpdate update, long round) {
    if (!binder.usesAny(update.affected())) {
      return;
    }
    checkpoints.saveOnTheWay(round);
    try {
      states = DeviceStates.of(swapper.activeNetwork().network());
    } catch (IOException e) {
      throw new InvalidInputException(
          new Origin(update.source(), 0, ""), "a device cannot be saved: " + e.getMessage());
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
}

package org.limbeck.engine.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Stateful;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.exchange.channel.SerializedState;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.file.DeviceIds;

/**
 * Where a run begins.
 *
 * @param origin the experiment
 * @param activeNetwork the devices
 * @param checkpoint what it goes on from; empty for a new run
 */
record InitialState(
    Experiment origin, ActiveNetwork activeNetwork, Optional<Checkpoint> checkpoint) {

  long round() {
    return checkpoint.map(Checkpoint::round).orElse(0L);
  }

  long scheduledThrough() {
    return checkpoint.map(Checkpoint::scheduledThrough).orElse(-1L);
  }

  long nextDevice() {
    return checkpoint
        .map(Checkpoint::nextDevice)
        .orElseGet(() -> DeviceIds.next(origin.deviceIds()));
  }

  /**
   * Gives observers back what the checkpoint holds of them.
   *
   * @param observers those with a state, in the order of the run that made the checkpoint
   * @throws InvalidInputException if these are others, or a state cannot be read
   */
  void restore(List<Stateful> observers) {
    checkpoint.ifPresent(from -> restore(from.observers(), observers));
  }

  private static void restore(List<byte[]> states, List<Stateful> observers) {
    if (states.size() != observers.size()) {
      throw new InvalidInputException(
          new Origin("checkpoint", 0, ""),
          "it has the state of " + states.size() + " observers, not of " + observers.size());
    }
    for (int i = 0; i < states.size(); i++) {
      try {
        SerializedState.restore(states.get(i), observers.get(i));
      } catch (IOException | RuntimeException e) {
        throw new InvalidInputException(
            new Origin("checkpoint", 0, ""), "the record cannot be read: " + e.getMessage());
      }
    }
  }
}

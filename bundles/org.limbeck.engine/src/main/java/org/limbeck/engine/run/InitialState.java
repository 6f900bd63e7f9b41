package org.limbeck.engine.run;

import java.util.List;
import java.util.Optional;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.experiment.Experiment;
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

  /** Returns the states of the observers, in their order. */
  List<byte[]> observers() {
    return checkpoint.map(Checkpoint::observers).orElse(List.of());
  }
}

package org.limbeck.engine.run;

import java.util.List;
import java.util.Optional;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.membership.Gathering;
import org.limbeck.engine.reading.DeviceIds;
import org.limbeck.engine.rewiring.Situation;

/**
 * Where a run begins.
 *
 * @param origin the experiment
 * @param situation the devices
 * @param checkpoint what it goes on from; empty for a new run
 * @param gathering what brings it together with other processes; empty if there are none
 */
record Beginning(
    Experiment origin,
    Situation situation,
    Optional<Checkpoint> checkpoint,
    Optional<Gathering> gathering) {

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

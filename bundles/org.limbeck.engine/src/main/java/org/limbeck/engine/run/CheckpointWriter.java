package org.limbeck.engine.run;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Stateful;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.exchange.channel.SerializedState;
import org.limbeck.exchange.startup.StartBarrier;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.file.ExperimentWriter;

/** Makes the checkpoints of a run, if it is to have any. */
final class CheckpointWriter {
  private final Optional<CheckpointFolder> folder;
  private final String place;
  private final String origin;
  private final List<Stateful> observers;
  private final Optional<StartBarrier> others;
  private final boolean repeatable;
  private WeakReference<ReferenceDataset> digested = new WeakReference<>(null);
  private byte[] digest = {};

  /**
   * Makes a saver.
   *
   * @param others what tells other parts of checkpoints that all must have; empty if none must
   * @param repeatable whether rounds that are lost are done again as they were
   */
  CheckpointWriter(
      Optional<CheckpointFolder> folder,
      Experiment origin,
      List<Stateful> observers,
      Optional<StartBarrier> others,
      boolean repeatable) {
    this.folder = folder;
    this.place = folder.map(CheckpointFolder::toString).orElse("");
    this.origin = new ExperimentWriter().write(origin);
    this.observers = observers;
    this.others = others;
    this.repeatable = repeatable;
  }

  /**
   * Makes a checkpoint.
   *
   * @param round the number of rounds completed
   * @param scheduledThrough the last round whose scheduled swaps have been made
   * @param last whether no round follows; otherwise those up to the next checkpoint may get lost
   * @throws InvalidInputException if it cannot be written; the one before is still there then
   */
  void save(
      ActiveNetwork activeNetwork,
      long round,
      long scheduledThrough,
      long nextDevice,
      boolean last) {
    if (folder.isEmpty()) {
      return;
    }
    try {
      long lost = last || repeatable ? 0 : activeNetwork.experiment().checkpointEvery();
      List<DeviceState> devices = new ArrayList<>();
      for (DeviceRuntime device : activeNetwork.network().devices()) {
        devices.add(DeviceState.of(device, lost));
      }
      List<byte[]> states = new ArrayList<>();
      for (Stateful observer : observers) {
        states.add(SerializedState.of(observer::save));
      }
      keep(
          folder.get(),
          new Checkpoint(
              origin,
              new ExperimentWriter().write(activeNetwork.experiment().withSwaps(List.of())),
              round,
              scheduledThrough,
              nextDevice,
              digest(activeNetwork.pluginSet().reference()),
              activeNetwork.network().graph().edges(),
              devices,
              states));
    } catch (IOException e) {
      throw new InvalidInputException(
          new Origin(place, 0, ""),
          "the checkpoint after round " + round + " cannot be written: " + e.getMessage());
    }
  }

  /** Parts go on together: from a checkpoint that all of them have. */
  private void keep(CheckpointFolder place, Checkpoint checkpoint) throws IOException {
    if (others.isEmpty()) {
      place.save(checkpoint);
      return;
    }
    place.write(checkpoint);
    others.get().announce(place.rounds());
    place.clear(others.get().common(place.rounds()));
  }

  /** The data do not change, and reading them all takes its time. */
  private byte[] digest(ReferenceDataset reference) {
    if (!digested.refersTo(reference)) {
      digest = reference.digest();
      digested = new WeakReference<>(reference);
    }
    return digest;
  }
}

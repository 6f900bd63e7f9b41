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
import org.limbeck.engine.placement.DevicePlacement;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.exchange.channel.SerializedState;
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
  private final DevicePlacement placement;
  private WeakReference<ReferenceDataset> digested = new WeakReference<>(null);
  private byte[] digest = {};

  /**
   * Makes a saver.
   *
   * @param placement where the devices live
   */
  CheckpointWriter(
      Optional<CheckpointFolder> folder,
      Experiment origin,
      List<Stateful> observers,
      DevicePlacement placement) {
    this.folder = folder;
    this.place = folder.map(CheckpointFolder::toString).orElse("");
    this.origin = new ExperimentWriter().write(origin);
    this.observers = observers;
    this.placement = placement;
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
      long lost = last ? 0 : placement.roundsAtRisk(activeNetwork.experiment().checkpointEvery());
      List<DeviceState> devices = new ArrayList<>();
      for (DeviceRuntime device : activeNetwork.network().devices()) {
        devices.add(DeviceState.of(device, lost));
      }
      List<byte[]> states = new ArrayList<>();
      for (Stateful observer : observers) {
        states.add(SerializedState.of(observer::save));
      }
      placement.keep(
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

  /** The data do not change, and reading them all takes its time. */
  private byte[] digest(ReferenceDataset reference) {
    if (!digested.refersTo(reference)) {
      digest = reference.digest();
      digested = new WeakReference<>(reference);
    }
    return digest;
  }
}

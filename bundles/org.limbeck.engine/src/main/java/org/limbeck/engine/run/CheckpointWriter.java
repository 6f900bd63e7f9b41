package org.limbeck.engine.run;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.limbeck.api.Stateful;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.checkpoint.PrivateDataDigest;
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
  private final Digest<ReferenceDataset> reference = new Digest<>(ReferenceDataset::digest);
  private final Digest<PrivateDataset> data = new Digest<>(PrivateDataDigest::of);

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
              reference.of(activeNetwork.pluginSet().reference()),
              data.of(activeNetwork.pluginSet().data()),
              activeNetwork.network().graph().edges(),
              devices,
              states));
    } catch (IOException e) {
      throw new InvalidInputException(
          new Origin(place, 0, ""),
          "the checkpoint after round " + round + " cannot be written: " + e.getMessage());
    }
  }

  /** The digest of data, which do not change: reading them all takes its time. */
  private static final class Digest<T> {
    private final Function<T, byte[]> function;
    private WeakReference<T> digested = new WeakReference<>(null);
    private byte[] value = {};

    Digest(Function<T, byte[]> function) {
      this.function = function;
    }

    byte[] of(T data) {
      if (!digested.refersTo(data)) {
        value = function.apply(data);
        digested = new WeakReference<>(data);
      }
      return value;
    }
  }
}

package org.limbeck.engine.network;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Stateful;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.PrivateDataDigest;
import org.limbeck.engine.checkpoint.UnusableCheckpointException;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.exchange.channel.SerializedState;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

/** Makes the devices of a checkpoint. */
public final class CheckpointRestorer {
  private final Checkpoint checkpoint;
  private final Experiment current;
  private final PluginSet pluginSet;
  private final DeviceFactory deviceFactory;

  /**
   * Makes a restorer.
   *
   * @param current the experiment of {@link Checkpoint#current}
   * @param pluginSet the services for it
   * @param deviceFactory makes the parts of the devices that were saved
   */
  public CheckpointRestorer(
      Checkpoint checkpoint, Experiment current, PluginSet pluginSet, DeviceFactory deviceFactory) {
    this.checkpoint = checkpoint;
    this.current = current;
    this.pluginSet = pluginSet;
    this.deviceFactory = deviceFactory;
  }

  /**
   * Makes the devices.
   *
   * @throws UnusableCheckpointException if a plug-in does not take its state back, the checkpoint
   *     names rows or devices that are not there, or the reference data are other ones
   * @throws InvalidInputException if a plug-in refuses for any other reason
   */
  public DeviceNetwork restore() {
    requireSameData();
    requireSameDevices();
    requireRows();
    Graph graph = checkpoint.graph(current.devices().size());
    ChannelStates channels = savedChannels();
    try (DeviceNetworkBuilder network = new DeviceNetworkBuilder()) {
      for (int i = 0; i < checkpoint.devices().size(); i++) {
        int place = deviceFactory.places().get(i);
        network.add(device(place, checkpoint.devices().get(i), graph, network, channels));
      }
      return network.complete(deviceFactory.network(network.devices(), graph));
    }
  }

  private ChannelStates savedChannels() {
    PluginChoice algorithm = current.plugin(PluginKind.ALGORITHM);
    MemoryShare memory = MemoryShare.ofHeap();
    Map<String, List<ChannelState>> saved = new HashMap<>();
    long indexed = 0;
    for (DeviceState device : checkpoint.devices()) {
      List<ChannelState> states = read(algorithm, device.id(), device::channelStates);
      for (ChannelState state : states) {
        indexed += (long) state.rows() * state.copies().size();
      }
      long bytes = Integer.BYTES * indexed;
      read(
          algorithm,
          device.id(),
          () -> {
            memory.require("what is saved of the channels", bytes);
            return bytes;
          });
      saved.put(device.id(), states);
    }
    return ChannelStates.saved(saved);
  }

  private DeviceRuntime device(
      int n, DeviceState state, Graph graph, DeviceNetworkBuilder network, ChannelStates channels) {
    PluginChoice algorithm = current.plugin(PluginKind.ALGORITHM);
    Model model = network.own(deviceFactory.model(n, 0));
    restore(state.model(), model, current.devices().get(n).architecture(), state.id());
    Estimate estimate = deviceFactory.estimate();
    restore(state.estimate(), estimate, current.plugin(PluginKind.AGGREGATION), state.id());
    Endpoint endpoint = network.own(deviceFactory.endpoint(n));
    int[] rows = deviceFactory.restoredRows(state.rows(), checkpoint.round());
    DeviceRuntime device;
    try {
      device = deviceFactory.device(n, graph, rows, model, estimate, endpoint, channels);
    } catch (InvalidInputException e) {
      throw PluginErrors.isAbout(algorithm, e) ? new UnusableCheckpointException(e) : e;
    }
    restore(state.participant(), device.participant(), algorithm, state.id());
    read(
        algorithm,
        state.id(),
        () -> {
          state.handOverTraffic(device);
          state.handOverPrivacy(device);
          return device;
        });
    return device;
  }

  private static void restore(byte[] state, Stateful object, PluginChoice choice, String device) {
    read(
        choice,
        device,
        () -> {
          SerializedState.restore(state, object);
          return object;
        });
  }

  /** Reads a part of the checkpoint. */
  @FunctionalInterface
  private interface Reading<T> {
    T run() throws IOException;
  }

  /** Plug-ins may throw anything at a state that they have not written. */
  private static <T> T read(PluginChoice choice, String device, Reading<T> reading) {
    try {
      return reading.run();
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new UnusableCheckpointException(
          PluginErrors.about(
              choice, "it does not take back what it saved for " + device + ": " + reason));
    }
  }

  private void requireSameDevices() {
    List<String> saved = checkpoint.devices().stream().map(DeviceState::id).toList();
    List<String> wanted =
        deviceFactory.places().stream().map(n -> current.devices().get(n).id()).toList();
    if (!saved.equals(wanted)) {
      throw unusable("it holds " + saved + ", and this process shall run " + wanted);
    }
  }

  /** Rows of data that are a device's own are counted anew. */
  private void requireRows() {
    int rows = pluginSet.data().training().rows();
    for (DeviceState device : checkpoint.devices()) {
      for (int row : deviceFactory.restoredRows(device.rows(), checkpoint.round())) {
        if (row >= rows) {
          throw unusable(
              device.id() + " has the private row " + row + ", and there are 0 to " + (rows - 1));
        }
      }
    }
  }

  private static UnusableCheckpointException unusable(String message) {
    return new UnusableCheckpointException(
        new InvalidInputException(new Origin("checkpoint", 0, ""), message));
  }

  private void requireSameData() {
    requireSame(
        PluginKind.REFERENCE,
        "the reference data",
        pluginSet.reference().digest(),
        checkpoint.referenceDigest());
    requireSame(
        PluginKind.DATA,
        "the private data",
        PrivateDataDigest.of(pluginSet.data()),
        checkpoint.privateDigest());
  }

  private void requireSame(PluginKind kind, String what, byte[] digest, byte[] saved) {
    if (!Arrays.equals(digest, saved)) {
      throw new UnusableCheckpointException(
          PluginErrors.about(
              current.plugin(kind),
              what
                  + " have changed since the checkpoint: their digest is "
                  + HexFormat.of().formatHex(digest)
                  + ", and was "
                  + HexFormat.of().formatHex(saved)));
    }
  }
}

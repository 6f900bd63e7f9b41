package org.limbeck.engine.network;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.limbeck.api.Stateful;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.exchange.channel.SerializedState;
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
   * @throws org.limbeck.experiment.InvalidInputException if a plug-in does not take its state back,
   *     or the reference data are other ones
   */
  public DeviceNetwork restore() {
    requireSameReference();
    requireSameDevices();
    Graph graph = new Graph(current.devices().size(), checkpoint.edges());
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
    Map<String, List<ChannelState>> saved = new HashMap<>();
    try {
      for (DeviceState device : checkpoint.devices()) {
        saved.put(device.id(), device.channelStates());
      }
    } catch (IOException e) {
      throw PluginErrors.about(current.plugin(PluginKind.ALGORITHM), e.getMessage());
    }
    return ChannelStates.saved(saved);
  }

  private DeviceRuntime device(
      int n, DeviceState state, Graph graph, DeviceNetworkBuilder network, ChannelStates channels) {
    Model model = network.own(deviceFactory.model(n, 0));
    restore(state.model(), model, current.devices().get(n).architecture(), state.id());
    Estimate estimate = deviceFactory.estimate();
    restore(state.estimate(), estimate, current.plugin(PluginKind.AGGREGATION), state.id());
    try {
      DeviceRuntime device =
          deviceFactory.device(
              n,
              graph,
              deviceFactory.restoredRows(state.rows(), checkpoint.round()),
              model,
              estimate,
              network.own(deviceFactory.endpoint(n)),
              channels);
      restore(
          state.participant(),
          device.participant(),
          current.plugin(PluginKind.ALGORITHM),
          state.id());
      state.handOverTraffic(device);
      state.handOverPrivacy(device);
      return device;
    } catch (IOException e) {
      throw PluginErrors.about(
          current.plugin(PluginKind.ALGORITHM), state.id() + ": " + e.getMessage());
    }
  }

  private static void restore(byte[] state, Stateful object, PluginChoice choice, String device) {
    try {
      SerializedState.restore(state, object);
    } catch (IOException e) {
      throw PluginErrors.about(
          choice, "it does not take back what it saved for " + device + ": " + e.getMessage());
    }
  }

  private void requireSameDevices() {
    List<String> saved = checkpoint.devices().stream().map(DeviceState::id).toList();
    List<String> wanted =
        deviceFactory.places().stream().map(n -> current.devices().get(n).id()).toList();
    if (!saved.equals(wanted)) {
      throw new InvalidInputException(
          new Origin("checkpoint", 0, ""),
          "it holds " + saved + ", and this process shall run " + wanted);
    }
  }

  private void requireSameReference() {
    byte[] digest = pluginSet.reference().digest();
    if (!Arrays.equals(digest, checkpoint.referenceDigest())) {
      throw PluginErrors.about(
          current.plugin(PluginKind.REFERENCE),
          "the reference data have changed since the checkpoint: their digest is "
              + HexFormat.of().formatHex(digest)
              + ", and was "
              + HexFormat.of().formatHex(checkpoint.referenceDigest()));
    }
  }
}

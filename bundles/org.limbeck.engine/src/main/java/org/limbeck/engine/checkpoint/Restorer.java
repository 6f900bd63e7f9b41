package org.limbeck.engine.checkpoint;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.limbeck.api.Stateful;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.device.Assembler;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.device.NetworkBuilder;
import org.limbeck.engine.device.SavedNetwork;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Wiring;

/** Makes the devices of a checkpoint. */
public final class Restorer {
  private final Checkpoint checkpoint;
  private final Experiment current;
  private final Wiring wiring;

  /**
   * Makes a restorer.
   *
   * @param current the experiment of {@link Checkpoint#current}
   * @param wiring the services for it
   */
  public Restorer(Checkpoint checkpoint, Experiment current, Wiring wiring) {
    this.checkpoint = checkpoint;
    this.current = current;
    this.wiring = wiring;
  }

  /**
   * Makes the devices.
   *
   * @throws org.limbeck.engine.experiment.InvalidInputException if a plug-in does not take its
   *     state back, or the reference data are other ones
   */
  public Network restore() {
    requireSameReference();
    Assembler assembler = new Assembler(current, wiring);
    Graph graph = new Graph(checkpoint.devices().size(), checkpoint.edges());
    SavedNetwork copies = savedCopies();
    try (NetworkBuilder network = new NetworkBuilder(assembler)) {
      for (int n = 0; n < checkpoint.devices().size(); n++) {
        network.add(device(n, graph, assembler, network, copies));
      }
      return network.build(graph);
    }
  }

  private SavedNetwork savedCopies() {
    try {
      return SavedNetwork.of(checkpoint.devices());
    } catch (IOException e) {
      throw Complaint.about(current.plugin(Kind.ALGORITHM), e.getMessage());
    }
  }

  private DeviceRuntime device(
      int n, Graph graph, Assembler assembler, NetworkBuilder network, SavedNetwork copies) {
    DeviceState state = checkpoint.devices().get(n);
    Model model = network.own(assembler.model(n, 0));
    restore(state.model(), model, current.devices().get(n).architecture(), state.id());
    Estimate estimate = assembler.estimate();
    restore(state.estimate(), estimate, current.plugin(Kind.AGGREGATION), state.id());
    try {
      DeviceRuntime device =
          assembler.device(
              n,
              graph,
              state.rows(),
              model,
              estimate,
              network.own(assembler.station(n)),
              copies.of(state.id()));
      restore(
          state.participant(), device.participant(), current.plugin(Kind.ALGORITHM), state.id());
      state.handOverTraffic(device);
      return device;
    } catch (IOException e) {
      throw Complaint.about(current.plugin(Kind.ALGORITHM), state.id() + ": " + e.getMessage());
    }
  }

  private static void restore(byte[] state, Stateful object, PluginChoice choice, String device) {
    try {
      DeviceState.restore(state, object);
    } catch (IOException e) {
      throw Complaint.about(
          choice, "it does not take back what it saved for " + device + ": " + e.getMessage());
    }
  }

  private void requireSameReference() {
    byte[] digest = wiring.reference().digest();
    if (!Arrays.equals(digest, checkpoint.referenceDigest())) {
      throw Complaint.about(
          current.plugin(Kind.REFERENCE),
          "the reference data have changed since the checkpoint: their digest is "
              + HexFormat.of().formatHex(digest)
              + ", and was "
              + HexFormat.of().formatHex(checkpoint.referenceDigest()));
    }
  }
}

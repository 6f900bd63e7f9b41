package org.limbeck.engine.checkpoint;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Wiring;

/** Makes the devices of a checkpoint. */
public final class Restorer {
  private final Checkpoint checkpoint;
  private final Experiment current;
  private final Wiring wiring;
  private final Assembler assembler;

  /**
   * Makes a restorer of all devices.
   *
   * @param current the experiment of {@link Checkpoint#current}
   * @param wiring the services for it
   */
  public Restorer(Checkpoint checkpoint, Experiment current, Wiring wiring) {
    this(checkpoint, current, wiring, new Assembler(current, wiring));
  }

  /**
   * Makes a restorer.
   *
   * @param current the experiment of {@link Checkpoint#current}
   * @param wiring the services for it
   * @param assembler makes the parts of the devices that were saved
   */
  public Restorer(Checkpoint checkpoint, Experiment current, Wiring wiring, Assembler assembler) {
    this.checkpoint = checkpoint;
    this.current = current;
    this.wiring = wiring;
    this.assembler = assembler;
  }

  /**
   * Makes the devices.
   *
   * @throws org.limbeck.engine.experiment.InvalidInputException if a plug-in does not take its
   *     state back, or the reference data are other ones
   */
  public Network restore() {
    requireSameReference();
    requireSameDevices();
    Graph graph = new Graph(current.devices().size(), checkpoint.edges());
    SavedNetwork copies = savedCopies();
    try (NetworkBuilder network = new NetworkBuilder(assembler)) {
      for (int i = 0; i < checkpoint.devices().size(); i++) {
        int place = assembler.part().places().get(i);
        network.add(device(place, checkpoint.devices().get(i), graph, network, copies));
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
      int n, DeviceState state, Graph graph, NetworkBuilder network, SavedNetwork copies) {
    Model model = network.own(assembler.model(n, 0));
    restore(state.model(), model, current.devices().get(n).architecture(), state.id());
    Estimate estimate = assembler.estimate();
    restore(state.estimate(), estimate, current.plugin(Kind.AGGREGATION), state.id());
    try {
      DeviceRuntime device =
          assembler.device(
              n,
              graph,
              assembler.restoredRows(state.rows(), checkpoint.round()),
              model,
              estimate,
              network.own(assembler.station(n)),
              copies.of(state.id()));
      restore(
          state.participant(), device.participant(), current.plugin(Kind.ALGORITHM), state.id());
      state.handOverTraffic(device);
      state.handOverPrivacy(device);
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

  private void requireSameDevices() {
    List<String> saved = checkpoint.devices().stream().map(DeviceState::id).toList();
    List<String> wanted =
        assembler.part().places().stream().map(n -> current.devices().get(n).id()).toList();
    if (!saved.equals(wanted)) {
      throw new InvalidInputException(
          new Origin("checkpoint", 0, ""),
          "it holds " + saved + ", and this process shall run " + wanted);
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

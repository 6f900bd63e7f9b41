package org.limbeck.engine.device;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.Link;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.network.Inbox;
import org.limbeck.engine.random.Streams;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Wiring;

/** Makes the devices of an experiment from its wiring. */
public final class NetworkBuilder {
  private final Experiment experiment;
  private final Wiring wiring;
  private final Streams streams;

  /** Makes a builder. */
  public NetworkBuilder(Experiment experiment, Wiring wiring) {
    this.experiment = experiment;
    this.wiring = wiring;
    this.streams = new Streams(experiment.seed());
  }

  /**
   * Makes the devices.
   *
   * @throws org.limbeck.engine.experiment.InvalidInputException if the plug-ins do not fit each
   *     other or the number of devices
   */
  public Network build() {
    requireSameShape();
    int[][] rows = partition();
    Graph graph = connect();
    List<DeviceRuntime> devices = new ArrayList<>();
    try {
      for (int n = 0; n < experiment.devices().size(); n++) {
        devices.add(device(n, graph, rows[n]));
      }
    } catch (RuntimeException e) {
      devices.forEach(DeviceRuntime::close);
      throw e;
    }
    return new Network(devices, graph, wiring.reference(), wiring.data().test());
  }

  private DeviceRuntime device(int n, Graph graph, int[] rows) {
    DeviceSpec spec = experiment.devices().get(n);
    Model model = model(spec, wiring.architectures().get(n));
    DeviceRuntime.Parts parts =
        new DeviceRuntime.Parts(
            spec.id(),
            wiring.data().classes(),
            model,
            new PrivateRows(wiring.data().training(), rows),
            wiring.reference(),
            wiring.aggregation().open(wiring.reference().rows(), wiring.data().classes()),
            experiment.training(),
            wiring.codec(),
            streams);
    Inbox inbox = new Inbox();
    Link link = wiring.transport().open(spec.id(), inbox);
    return new DeviceRuntime(parts, neighbours(n, graph), inbox, link, wiring.algorithm());
  }

  private Model model(DeviceSpec spec, Architecture architecture) {
    return Complaint.blaming(
        spec.architecture(),
        () ->
            architecture.create(
                wiring.data().shape(),
                wiring.data().classes(),
                streams.of("weights", spec.id(), 0)));
  }

  private List<Neighbour> neighbours(int n, Graph graph) {
    MixingMatrix weights = new MixingMatrix(graph);
    return IntStream.of(graph.neighbours(n))
        .mapToObj(m -> new Neighbour(experiment.devices().get(m).id(), weights.weight(n, m)))
        .toList();
  }

  private void requireSameShape() {
    Shape shape = wiring.data().shape();
    ReferenceDataset reference = wiring.reference();
    if (!shape.equals(reference.shape())) {
      throw Complaint.about(
          experiment.plugin(Kind.REFERENCE),
          "its rows are " + reference.shape() + ", and those of the private data are " + shape);
    }
  }

  private Graph connect() {
    PluginChoice topology = experiment.plugin(Kind.TOPOLOGY);
    List<String> ids = experiment.devices().stream().map(DeviceSpec::id).toList();
    Graph graph =
        Complaint.blaming(
            topology, () -> wiring.topology().connect(ids, streams.shared("topology", 0)));
    if (graph.size() != ids.size()) {
      throw Complaint.about(
          topology, "it connects " + graph.size() + " devices, and there are " + ids.size());
    }
    List<List<Integer>> components = graph.components();
    if (components.size() > 1) {
      throw Complaint.about(
          topology,
          "the graph is not connected: no path leads from "
              + ids.get(components.get(0).get(0))
              + " to "
              + ids.get(components.get(1).get(0))
              + "; add edges or choose another topology");
    }
    return graph;
  }

  private int[][] partition() {
    LabelledRows training = wiring.data().training();
    int[] labels = IntStream.range(0, training.rows()).map(training::label).toArray();
    return Complaint.blaming(
        experiment.plugin(Kind.PARTITION),
        () ->
            wiring
                .partition()
                .split(
                    labels,
                    wiring.data().classes(),
                    experiment.devices().size(),
                    streams.shared("partition", 0)));
  }
}

package org.limbeck.engine.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.Shape;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.random.Streams;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Wiring;

/**
 * Makes the parts of devices from the services of a wiring, and puts them together. Plug-ins that
 * refuse are named in an {@link org.limbeck.engine.experiment.InvalidInputException}.
 */
public final class Assembler {
  private final Experiment experiment;
  private final Wiring wiring;
  private final Streams streams;
  private final Optional<SharedCopies> shared;

  /**
   * Makes an assembler.
   *
   * @throws org.limbeck.engine.experiment.InvalidInputException if the reference rows are not of
   *     the shape of the private rows
   */
  public Assembler(Experiment experiment, Wiring wiring) {
    this.experiment = experiment;
    this.wiring = wiring;
    this.streams = new Streams(experiment.seed());
    this.shared =
        wiring.transport().isImmediate() ? Optional.of(new SharedCopies()) : Optional.empty();
    requireSameShape();
  }

  /** Makes all devices, as they are before the first round. */
  public Network assemble() {
    int[][] rows = partition(experiment.devices().size(), 0);
    Graph graph = connect(0);
    try (NetworkBuilder network = new NetworkBuilder(this)) {
      for (int n = 0; n < rows.length; n++) {
        Model model = network.own(model(n, 0));
        Station station = network.own(station(n));
        network.add(device(n, graph, rows[n], model, estimate(), station, CopySource.FRESH));
      }
      return network.build(graph);
    }
  }

  /** Draws the communication graph as of a round. */
  public Graph connect(long round) {
    return new Connector(experiment.plugin(Kind.TOPOLOGY), wiring.topology())
        .connect(experiment.deviceIds(), streams.shared("topology", round));
  }

  /**
   * Draws the private rows of a device that joins: a share as large as if all were divided anew. It
   * may have rows that others have too.
   */
  public int[] newcomerRows(long round) {
    int[][] shares = partition(experiment.devices().size(), round);
    return shares[shares.length - 1];
  }

  /** Makes the untrained model of device n, as of a round. */
  public Model model(int n, long round) {
    DeviceSpec spec = experiment.devices().get(n);
    return Complaint.blaming(
        spec.architecture(),
        () ->
            wiring
                .architectures()
                .get(n)
                .create(
                    wiring.data().shape(),
                    wiring.data().classes(),
                    streams.of("weights", spec.id(), round)));
  }

  /** Makes an estimate without any row exchanged. */
  public Estimate estimate() {
    PluginChoice choice = experiment.plugin(Kind.AGGREGATION);
    return Complaint.blaming(
        choice,
        () -> wiring.aggregation().open(wiring.reference().rows(), wiring.data().classes()));
  }

  /** Opens the link of device n. */
  public Station station(int n) {
    String id = experiment.devices().get(n).id();
    return Complaint.blaming(
        experiment.plugin(Kind.TRANSPORT), () -> Station.open(wiring.transport(), id));
  }

  /** Puts device n together. */
  public DeviceRuntime device(
      int n,
      Graph graph,
      int[] rows,
      Model model,
      Estimate estimate,
      Station station,
      CopySource copies) {
    LabelledRows training = wiring.data().training();
    String id = experiment.devices().get(n).id();
    CopySource source = shared.map(all -> all.over(copies)).orElseGet(() -> copies.apartFor(id));
    DeviceRuntime.Parts parts =
        new DeviceRuntime.Parts(
            id,
            wiring.data().classes(),
            model,
            new PrivateRows(training, rows),
            wiring.reference(),
            estimate,
            experiment.training(),
            wiring.codec(),
            streams);
    return Complaint.blaming(
        experiment.plugin(Kind.ALGORITHM),
        () -> new DeviceRuntime(parts, neighbours(n, graph), station, source, wiring.algorithm()));
  }

  Network network(List<DeviceRuntime> devices, Graph graph) {
    return new Network(devices, graph, wiring.reference(), wiring.data().test());
  }

  private List<Neighbour> neighbours(int n, Graph graph) {
    MixingMatrix weights = new MixingMatrix(graph);
    return IntStream.of(graph.neighbours(n))
        .mapToObj(m -> new Neighbour(experiment.devices().get(m).id(), weights.weight(n, m)))
        .toList();
  }

  private void requireSameShape() {
    Shape shape = wiring.data().shape();
    Shape reference = wiring.reference().shape();
    if (!shape.equals(reference)) {
      throw Complaint.about(
          experiment.plugin(Kind.REFERENCE),
          "its rows are " + reference + ", and those of the private data are " + shape);
    }
  }

  private int[][] partition(int devices, long round) {
    return Complaint.blaming(
        experiment.plugin(Kind.PARTITION),
        () ->
            wiring
                .partition()
                .split(
                    wiring.data().training(),
                    wiring.data().classes(),
                    devices,
                    streams.shared("partition", round)));
  }
}

package org.limbeck.engine.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Shape;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.adversary.Adversary;
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
  private final Optional<Server> server;
  private final Neighbourhoods neighbourhoods;

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
    this.server = shared.map(copies -> new Server(wiring.codec()));
    this.neighbourhoods = new Neighbourhoods(experiment.deviceIds(), experiment.mixing());
    requireSameShape();
    requireUsableCodec();
    requireOneArchitecture();
  }

  /** Makes all devices, as they are before the first round. */
  public Network assemble() {
    int[][] rows = divide(experiment.devices().size(), 0);
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
    int[][] shares = divide(experiment.devices().size(), round);
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
                    wiring.algorithm().exchangesWeights()
                        ? streams.shared("weights", 0)
                        : streams.of("weights", spec.id(), round)));
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
            streams);
    Algorithm algorithm = algorithm(n);
    return Complaint.blaming(
        experiment.plugin(Kind.ALGORITHM),
        () ->
            new DeviceRuntime(
                parts, neighbourhoods.of(n, graph), station, means(), source, algorithm));
  }

  /** Adversaries keep to the algorithm, but for what they say. */
  private Algorithm algorithm(int n) {
    return experiment
        .devices()
        .get(n)
        .attack()
        .map(
            choice ->
                Complaint.blaming(
                    choice,
                    () ->
                        Adversary.of(
                            wiring.algorithm(),
                            wiring.attacks().get(n).orElseThrow(),
                            wiring.data().classes())))
        .orElse(wiring.algorithm());
  }

  Network network(List<DeviceRuntime> devices, Graph graph) {
    Optional<Meetings> meetings =
        wiring.topology().isTimeVarying()
            ? Optional.of(new Meetings(this::connect, neighbourhoods))
            : Optional.empty();
    return new Network(devices, graph, wiring.reference(), wiring.data().test(), meetings, server);
  }

  private Exchange.Means means() {
    return new Exchange.Means(
        wiring.codec(),
        experiment.trigger(),
        wiring.topology().isTimeVarying() || !wiring.codec().codesDifferences(),
        shared.map(all -> all.over(CopySource.FRESH)).orElse(CopySource.FRESH),
        server);
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

  private void requireUsableCodec() {
    if (!wiring.codec().codesDifferences()
        && (wiring.aggregation().conservesSum() || wiring.algorithm().exchangesWeights())) {
      throw Complaint.about(
          experiment.plugin(Kind.CODEC),
          "it loses too much for a tracked estimate or for weights: use it with an aggregation"
              + " rule on fresh soft decisions, such as neighbour-mean, or choose another codec");
    }
  }

  private void requireOneArchitecture() {
    DeviceSpec first = experiment.devices().get(0);
    for (DeviceSpec spec : experiment.devices()) {
      if (wiring.algorithm().exchangesWeights()
          && !spec.architecture().equals(first.architecture())) {
        throw Complaint.about(
            experiment.plugin(Kind.ALGORITHM),
            "it exchanges weights, and so all devices need one architecture: "
                + first.id()
                + " has "
                + describe(first.architecture())
                + ", and "
                + spec.id()
                + " has "
                + describe(spec.architecture())
                + "; give them the same, or use distributed-distillation or fedmd");
      }
    }
  }

  private static String describe(PluginChoice choice) {
    return choice.options().isEmpty() ? choice.name() : choice.name() + " " + choice.options();
  }

  private int[][] divide(int devices, long round) {
    int[][] shares = partition(devices, round);
    if (wiring.algorithm().poolsData()) {
      Arrays.fill(shares, Arrays.stream(shares).flatMapToInt(Arrays::stream).sorted().toArray());
    }
    return shares;
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

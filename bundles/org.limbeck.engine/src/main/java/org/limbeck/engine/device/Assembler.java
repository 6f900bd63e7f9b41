package org.limbeck.engine.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.engine.channel.CopySource;
import org.limbeck.engine.channel.Neighbour;
import org.limbeck.engine.channel.Server;
import org.limbeck.engine.channel.SharedCopies;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Pace;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.flow.Incarnations;
import org.limbeck.engine.membership.Part;
import org.limbeck.engine.network.Clocked;
import org.limbeck.engine.network.Envelope;
import org.limbeck.engine.random.Streams;
import org.limbeck.engine.security.Credentials;
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
  private final Streams ownStreams;
  private final Credentials credentials;
  private final Optional<SharedCopies> shared;
  private final Optional<Server> server;
  private final Neighbourhoods neighbourhoods;
  private final Part part;
  private final Stations stations;
  private final Requirements requirements;
  private final Shares shares;
  private final Envelope envelope;

  /**
   * Makes an assembler of all devices.
   *
   * @throws org.limbeck.engine.experiment.InvalidInputException if the reference rows are not of
   *     the shape of the private rows
   */
  public Assembler(Experiment experiment, Wiring wiring) {
    this(experiment, wiring, Part.whole(experiment.devices().size()));
  }

  /** Makes an assembler of some devices, which opens their places on the transport. */
  public Assembler(Experiment experiment, Wiring wiring, Part part) {
    this(experiment, wiring, part, opening(experiment, wiring), Credentials.NONE);
  }

  /**
   * Makes an assembler of all devices.
   *
   * @param credentials what tells them from others
   */
  public Assembler(Experiment experiment, Wiring wiring, Credentials credentials) {
    this(
        experiment,
        wiring,
        Part.whole(experiment.devices().size()),
        opening(experiment, wiring),
        credentials);
  }

  /**
   * Makes an assembler of some devices.
   *
   * @param stations their places on the transport
   * @throws org.limbeck.engine.experiment.InvalidInputException if the reference rows are not of
   *     the shape of the private rows
   */
  public Assembler(Experiment experiment, Wiring wiring, Part part, Stations stations) {
    this(experiment, wiring, part, stations, Credentials.NONE);
  }

  /**
   * Makes an assembler of some devices.
   *
   * @param stations their places on the transport
   * @param credentials what tells them from others
   */
  public Assembler(
      Experiment experiment, Wiring wiring, Part part, Stations stations, Credentials credentials) {
    this.experiment = experiment;
    this.wiring = wiring;
    this.part = part;
    this.stations = stations;
    this.credentials = credentials;
    this.streams = new Streams(experiment.seed());
    this.ownStreams =
        credentials.secret() == 0 ? streams : new Streams(experiment.seed() ^ credentials.secret());
    this.shared =
        wiring.transport().isImmediate() && !isAsynchronous()
            ? Optional.of(new SharedCopies())
            : Optional.empty();
    this.server = shared.map(copies -> new Server(wiring.codec()));
    this.neighbourhoods = new Neighbourhoods(experiment.deviceIds(), experiment.mixing());
    this.requirements = new Requirements(experiment, wiring);
    requirements.check();
    this.shares = new Shares(experiment, wiring, streams, isOnItsOwn());
    this.envelope = envelope();
  }

  /** Makes the devices, as they are before the first round. */
  public Network assemble() {
    int[][] rows = shares.all(0);
    Graph graph = connect(0);
    try (NetworkBuilder network = new NetworkBuilder(this)) {
      for (int n : part.places()) {
        Model model = network.own(model(n, 0));
        Station station = network.own(station(n));
        network.add(device(n, graph, rows[n], model, estimate(), station, CopySource.FRESH));
      }
      return network.build(graph);
    }
  }

  /** Draws the communication graph as of a round; a device on its own is alone on it. */
  public Graph connect(long round) {
    if (isOnItsOwn()) {
      return new Graph(1, List.of());
    }
    return new Connector(experiment.plugin(Kind.TOPOLOGY), wiring.topology())
        .connect(experiment.deviceIds(), streams.shared("topology", round));
  }

  /**
   * Draws the private rows of a device that joins: a share as large as if all were divided anew. It
   * may have rows that others have too.
   */
  public int[] newcomerRows(long round) {
    return shares.last(round);
  }

  /** Returns the private rows of a device that has been saved: on its own, all there are now. */
  public int[] restoredRows(int[] saved, long round) {
    return isOnItsOwn() ? newcomerRows(round) : saved;
  }

  /** Makes the untrained model of device n, as of a round. */
  public Model model(int n, long round) {
    DeviceSpec spec = experiment.devices().get(n);
    Model model =
        Complaint.blaming(
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
    requirements.checkPrivateSteps(spec, model);
    return model;
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
    return stations.station(n);
  }

  /** Returns which devices are made. */
  public Part part() {
    return part;
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
    CopySource source =
        isAsynchronous()
            ? copies
            : shared.map(all -> all.over(copies)).orElseGet(() -> copies.apartFor(id));
    DeviceRuntime.Parts parts =
        new DeviceRuntime.Parts(
            id,
            envelope.from(id),
            wiring.data().classes(),
            model,
            new PrivateRows(training, rows),
            wiring.reference(),
            estimate,
            experiment.training(),
            streams,
            ownStreams,
            experiment.devices().get(n).slowness());
    List<Neighbour> neighbours = neighbourhoods.of(n, graph);
    if (!isOnItsOwn()) {
      Complaint.blaming(
          experiment.plugin(Kind.TRANSPORT), () -> station.follow(senders(id, neighbours)));
    }
    Algorithm algorithm = algorithm(n);
    return Complaint.blaming(
        experiment.plugin(Kind.ALGORITHM),
        () -> new DeviceRuntime(parts, neighbours, station, means(), source, algorithm));
  }

  /** Where neighbours change from round to round, a device hears all others from the beginning. */
  private List<String> senders(String id, List<Neighbour> neighbours) {
    return wiring.topology().isTimeVarying()
        ? experiment.deviceIds().stream().filter(other -> !other.equals(id)).toList()
        : neighbours.stream().map(Neighbour::id).toList();
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
    return new Network(
        part,
        experiment.pace(),
        wiring.transport(),
        devices,
        part.isWhole() ? List.of() : elsewhere(),
        graph,
        wiring.reference(),
        wiring.data().test(),
        meetings,
        server,
        Optional.empty(),
        credentials);
  }

  private List<DeviceDescription> elsewhere() {
    int[][] rows = shares.all(0);
    Map<PluginChoice, Integer> parameters = new HashMap<>();
    List<DeviceDescription> descriptions = new ArrayList<>();
    for (int n = 0; n < rows.length; n++) {
      if (!part.places().contains(n)) {
        DeviceSpec spec = experiment.devices().get(n);
        int place = n;
        int count = parameters.computeIfAbsent(spec.architecture(), choice -> parameters(place));
        descriptions.add(
            Descriptions.of(
                spec,
                count,
                new PrivateRows(wiring.data().training(), rows[n]),
                wiring.data().classes(),
                experiment.training()));
      }
    }
    return descriptions;
  }

  private int parameters(int n) {
    try (Model model = model(n, 0)) {
      return model.parameters();
    }
  }

  private Exchange.Means means() {
    return new Exchange.Means(
        wiring.codec(),
        experiment.trigger(),
        wiring.topology().isTimeVarying() || !wiring.codec().codesDifferences(),
        shared.map(all -> all.over(CopySource.FRESH)).orElse(CopySource.FRESH),
        server,
        isAsynchronous()
            ? Optional.of(
                new Exchange.Flows(wiring.aggregation().conservesSum(), leastIncarnation()))
            : Optional.empty(),
        wiring.transport().isImmediate() ? Optional.empty() : credentials.keys());
  }

  private boolean isOnItsOwn() {
    return credentials.secret() != 0;
  }

  private boolean isAsynchronous() {
    return experiment.pace() == Pace.ASYNCHRONOUS;
  }

  /** The clock tells lives apart where the folder of a device, and so its count, was lost. */
  private long leastIncarnation() {
    return wiring.transport() instanceof Clocked || wiring.transport().isImmediate()
        ? 1
        : Incarnations.at(Instant.now());
  }

  private String network() {
    Object named = experiment.plugin(Kind.TRANSPORT).options().get("network");
    return named == null ? experiment.name() + "/" + experiment.seed() : String.valueOf(named);
  }

  private static Stations opening(Experiment experiment, Wiring wiring) {
    return n ->
        Complaint.blaming(
            experiment.plugin(Kind.TRANSPORT),
            () -> Station.open(wiring.transport(), experiment.devices().get(n).id()));
  }

  /** The digest takes reading all reference data: once for all devices. */
  private Envelope envelope() {
    PluginChoice codec = experiment.plugin(Kind.CODEC);
    return Envelope.of(
        network(),
        experiment.devices().get(0).id(),
        wiring.reference().digest(),
        Requirements.describe(codec));
  }
}

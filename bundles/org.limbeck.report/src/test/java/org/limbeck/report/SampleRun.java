package org.limbeck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.TestClassification;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.report.page.Report;

/** Makes up runs that look like real ones. */
public record SampleRun(
    String name,
    String description,
    String idPrefix,
    List<String> architectures,
    Graph graph,
    boolean stationarity,
    boolean baseline,
    boolean wire) {
  static final int ROUNDS = 1500;
  private static final int EVERY = 100;
  private static final int CLASSES = 10;
  private static final Mixing MIXING = new Mixing(false, 0.19526);

  /** Eight devices with three architectures on a ring. */
  public static SampleRun quickstart() {
    return new SampleRun(
        "quickstart",
        "Eight devices with three architectures teach each other to read handwritten digits.",
        "device-",
        List.of("mlp", "cnn", "softmax", "mlp", "cnn", "mlp", "softmax", "cnn"),
        ring(8),
        true,
        true,
        false);
  }

  /** The same over a broker, which takes one copy for both neighbours. */
  public static SampleRun overWire() {
    SampleRun run = quickstart();
    return new SampleRun(
        run.name,
        run.description,
        run.idPrefix,
        run.architectures,
        run.graph,
        run.stationarity,
        run.baseline,
        true);
  }

  /** Devices on a ring. */
  public static SampleRun of(String idPrefix, int devices) {
    List<String> architectures = List.of("softmax", "mlp", "cnn", "mlp-small", "mlp-large");
    return new SampleRun("sample", "", idPrefix, architectures, ring(devices), true, true, false);
  }

  /** The same without what some runs lack: stationarity, a baseline. */
  public SampleRun bare() {
    return new SampleRun(name, description, idPrefix, architectures, graph, false, false, wire);
  }

  public Report report() {
    RunRecord together = record("distributed-distillation");
    Optional<RunRecord> alone = baseline ? Optional.of(record("local-only")) : Optional.empty();
    Summary summary = Summary.of(together, alone, 2);
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Limbeck", "0.1.0");
    versions.put("Java", "17.0.15 (Eclipse Adoptium)");
    String experiment = "name: " + name + "\nseed: 7\ntopology:\n  name: ring\n";
    return new Report(summary, together, alone, description, experiment, versions);
  }

  public RunRecord record(String algorithm) {
    long[] now = {0};
    RunRecorder recorder = new RunRecorder(SwappedRun.STARTED, () -> now[0] += 22_000_000);
    Random random = new Random(7);
    boolean exchanges = !algorithm.equals("local-only");
    recorder.on(start(algorithm));
    recorder.on(evaluation(0, exchanges, random));
    for (int round = 0; round < ROUNDS; round++) {
      recorder.on(completed(round, exchanges, random));
      if ((round + 1) % EVERY == 0) {
        recorder.on(evaluation(round + 1, exchanges, random));
      }
    }
    recorder.on(new RunCompleted(ROUNDS));
    return recorder.record();
  }

  public RunStarted start(String algorithm) {
    Map<String, String> plugins =
        Map.of(
            "algorithm", algorithm,
            "topology", "ring",
            "aggregation", "tracking-mean",
            "weighting", "uniform",
            "codec", "float32",
            "data", "digits",
            "partition", "dirichlet",
            "reference", "digits");
    List<DeviceDescription> devices =
        IntStream.range(0, graph.size()).mapToObj(this::device).toList();
    return new RunStarted(name, 7, ROUNDS, plugins, devices, graph.edges(), MIXING);
  }

  private static Graph ring(int devices) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < devices && devices > 1; i++) {
      edges.add(new Edge(i, (i + 1) % devices));
    }
    return new Graph(devices, edges);
  }

  private DeviceDescription device(int index) {
    String architecture = architectures.get(index % architectures.size());
    List<Integer> counts =
        IntStream.range(0, CLASSES)
            .map(k -> Math.max(0, (7 * k + 3 * index) % 23 - 9))
            .boxed()
            .toList();
    return new DeviceDescription(
        idPrefix + (index + 1),
        architecture,
        997 * architecture.length(),
        counts.stream().mapToInt(count -> count).sum(),
        "",
        counts);
  }

  private RoundCompleted completed(int round, boolean exchanges, Random random) {
    double decay = Math.exp(-round / 300.0);
    List<DeviceRound> rounds = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      long copies = exchanges ? graph.degree(i) : 0;
      Traffic traffic = new Traffic(1280 * copies, 1348 * copies, wire && exchanges ? 1400 : 0);
      double localLoss = 0.08 + 2.2 * decay * (1 + 0.2 * random.nextGaussian());
      double distillationLoss =
          exchanges ? 0.01 + 0.3 * decay * (1 + 0.1 * random.nextGaussian()) : 0;
      rounds.add(new DeviceRound(device(i).id(), localLoss, distillationLoss, traffic, traffic));
    }
    return new RoundCompleted(round, rounds);
  }

  private RoundEvaluated evaluation(int round, boolean exchanges, Random random) {
    double decay = Math.exp(-round / 280.0);
    List<DeviceEvaluation> evaluations = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      double best = exchanges ? 0.95 - 0.012 * (i * 5 % 8) : 0.54 + 0.03 * (i * 3 % 8 - 3.5);
      double accuracy = best * (1 - decay) + 0.1 * decay + 0.012 * random.nextGaussian();
      double spread = 1 + 0.1 * (i % 8);
      evaluations.add(
          new DeviceEvaluation(
              device(i).id(),
              Math.max(0, accuracy),
              graph.size() == 1 ? 0 : 0.004 + 0.7 * decay * spread,
              round == 0 || !exchanges ? Double.NaN : 0.0004 + 0.05 * decay * spread,
              stationarity ? (0.02 + 1.4 * decay) * (1 + 0.2 * random.nextGaussian()) : Double.NaN,
              false,
              PrivacyGuarantee.NONE,
              classification(i)));
    }
    return new RoundEvaluated(round, evaluations);
  }

  /** Of 100 test rows of each class, a device takes some for the next class and one further on. */
  private static TestClassification classification(int device) {
    int[] counts = new int[CLASSES * CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      int wrong = (3 * k + 5 * device) % 17;
      counts[k * CLASSES + k] = 100 - wrong;
      counts[k * CLASSES + (k + 1) % CLASSES] = wrong - wrong / 3;
      counts[k * CLASSES + (k + 4) % CLASSES] = wrong / 3;
    }
    return new TestClassification(
        CLASSES, IntStream.of(counts).boxed().toList(), 0.01 * (device % 8));
  }
}

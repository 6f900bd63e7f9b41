package org.limbeck.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something to measure: an experiment that goes on until it is told to end.
 *
 * @param name its name
 * @param experiment the name of its YAML file
 * @param architecture the name of the devices' architecture in pure Java
 * @param options further settings of the experiment
 * @param devices the number of devices
 * @param perThread whether there are so many devices for each thread
 * @param localSteps the steps of each device in a round
 * @param flop the arithmetic of a step
 */
record Workload(
    String name,
    String experiment,
    String architecture,
    List<String> options,
    int devices,
    boolean perThread,
    int localSteps,
    double flop) {

  /** The name of the workload that comes in several sizes. */
  static final String SCALE = "scale";

  private static final String TRAIN = "train.yaml";
  private static final String ROUND = "round.yaml";
  private static final String ARCHITECTURE = "devices.0.architecture.";
  private static final int[] SOFTMAX = {784, 10};
  private static final int[] MLP = {784, 128, 10};
  private static final int[] SMALL_MLP = {784, 64, 10};
  private static final int MODELS = 32;
  private static final int BATCH = 32;
  private static final int REFERENCE_BATCH = 64;

  /** Returns all workloads, in the order in which they are measured. */
  static List<Workload> all() {
    return Stream.concat(
            steps().stream(), IntStream.of(10, 100, 1_000, 10_000).mapToObj(n -> scale(n)))
        .toList();
  }

  /** Returns the settings that turn the YAML file into this workload. */
  List<String> settings(String backend, int threads) {
    String plugin = backend.equals("vector") ? architecture : backend + "-" + architecture;
    return Stream.concat(
            Stream.of(
                ARCHITECTURE + "name=" + plugin,
                "devices.0.count=" + devices(threads),
                "localSteps=" + localSteps),
            options.stream())
        .toList();
  }

  int devices(int threads) {
    return perThread ? devices * threads : devices;
  }

  /** Whether what a device costs in memory is measured as well. */
  boolean measuresMemory() {
    return name.equals(SCALE);
  }

  private static List<Workload> steps() {
    double distilling = OperationCount.trainDense(BATCH + REFERENCE_BATCH, MLP);
    return List.of(
        train("train-softmax", "softmax", List.of(), OperationCount.trainDense(BATCH, SOFTMAX)),
        train("train-mlp", "mlp", hidden(128), OperationCount.trainDense(BATCH, MLP)),
        train(
            "train-cnn",
            "cnn",
            List.of(
                ARCHITECTURE + "filters=[8, 16]",
                ARCHITECTURE + "kernel=5",
                ARCHITECTURE + "padding=valid",
                ARCHITECTURE + "dense=64"),
            OperationCount.trainCnn(BATCH, 8, 16, 64, 10)),
        many("train-mlp-32", TRAIN, List.of(), OperationCount.trainDense(BATCH, MLP)),
        many(
            "distill-mlp-32",
            ROUND,
            List.of("reference.rows=" + REFERENCE_BATCH, "algorithm.exchangeEvery=1000000000"),
            distilling),
        many(
            "round-32",
            ROUND,
            List.of(),
            distilling + OperationCount.predictDense(REFERENCE_BATCH, MLP)));
  }

  private static Workload train(
      String name, String architecture, List<String> options, double flop) {
    return new Workload(name, TRAIN, architecture, options, 1, true, 100, flop);
  }

  private static Workload many(String name, String experiment, List<String> options, double flop) {
    List<String> all =
        Stream.of(hidden(128), List.of("data.rows=" + 2 * MODELS * BATCH), options)
            .flatMap(List::stream)
            .toList();
    return new Workload(name, experiment, "mlp", all, MODELS, false, 1, flop);
  }

  private static Workload scale(int devices) {
    double step = OperationCount.trainDense(BATCH + REFERENCE_BATCH, SMALL_MLP);
    return new Workload(
        SCALE,
        ROUND,
        "mlp",
        List.of(
            ARCHITECTURE + "hidden=[64]",
            "data.rows=" + devices * BATCH,
            "reference.rows=256",
            "topology.name=random-regular",
            "topology.degree=8"),
        devices,
        false,
        1,
        step + OperationCount.predictDense(REFERENCE_BATCH, SMALL_MLP));
  }

  private static List<String> hidden(int units) {
    return List.of(ARCHITECTURE + "hidden=[" + units + "]");
  }
}

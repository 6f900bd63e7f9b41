package org.limbeck.launcher.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An experiment whose result is recorded.
 *
 * @param name the name of its recording
 * @param file the experiment's file
 * @param settings what is changed in it
 * @param needs what must be there to run and compare it
 */
record RecordedExperiment(String name, Path file, List<String> settings, Set<Need> needs) {
  private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();
  private static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();
  private static final String ALIKE =
      "devices=[{count: 5, architecture: {name: mlp, hidden: [16]}}]";

  /** What was recorded before its example had a weighting. */
  private static final String UNIFORM = "weighting=uniform";

  /** What not every machine has. */
  enum Need {
    /** The images of Fashion-MNIST. */
    FASHION_MNIST,
    /** The vector units of the recording's processor, as native code computes by them. */
    SAME_PROCESSOR
  }

  /** Returns the command that runs it, and writes into a folder. */
  String[] command(Path out) {
    List<String> command =
        new ArrayList<>(List.of("run", file.toString(), "--out=" + out, "--quiet"));
    settings.forEach(setting -> command.add("--set=" + setting));
    return command.toArray(String[]::new);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Returns those that take seconds. */
  static Stream<RecordedExperiment> brief() {
    return Stream.of(examples(), shortened(), baselines(), swapsAndPaces(), others())
        .flatMap(experiments -> experiments);
  }

  /** Returns those on Fashion-MNIST as they are, which take minutes. */
  static Stream<RecordedExperiment> full() {
    return Stream.concat(
        Stream.of("ring16", "mixed", "byzantine").map(name -> fashion("full/" + name, name)),
        Stream.of(fashion("full/recipe-100kB", "recipe-100kB", UNIFORM)));
  }

  /** A swap of every sort. */
  static RecordedExperiment swaps() {
    return resource("swaps", "swaps.yaml");
  }

  private static Stream<RecordedExperiment> examples() {
    return Stream.of(
        new RecordedExperiment(
            "quickstart",
            EXAMPLES.resolve("quickstart.yaml"),
            List.of(),
            Set.of(Need.SAME_PROCESSOR)),
        new RecordedExperiment("swapping", EXAMPLES.resolve("swapping.yaml"), List.of(), Set.of()));
  }

  /** The first exchanges of each, with an evaluation before and after them. */
  private static Stream<RecordedExperiment> shortened() {
    return Stream.of(
        shortened("ring16", 60),
        shortened("mixed", 40),
        shortened("recipe-100kB", 260, UNIFORM),
        shortened("byzantine", 60));
  }

  private static RecordedExperiment shortened(String name, int rounds, String... settings) {
    Stream<String> shortening = Stream.of("rounds=" + rounds, "evaluateEvery=" + rounds);
    return fashion(
        "short/" + name,
        name,
        Stream.concat(shortening, Stream.of(settings)).toArray(String[]::new));
  }

  private static RecordedExperiment fashion(String name, String file, String... settings) {
    Path path = EXAMPLES.resolve("fashion").resolve(file + ".yaml");
    return new RecordedExperiment(name, path, List.of(settings), Set.of(Need.FASHION_MNIST));
  }

  private static Stream<RecordedExperiment> baselines() {
    return Stream.of(
        baseline("d-psgd", "{name: d-psgd, exchangeEvery: 5}"),
        baseline(
            "choco-sgd", "{name: choco-sgd, exchangeEvery: 5}", "codec={name: uniform, bits: 4}"),
        baseline("gradient-tracking", "{name: gradient-tracking, exchangeEvery: 5}"),
        baseline(
            "gradient-tracking-coded",
            "{name: gradient-tracking, exchangeEvery: 5}",
            "codec={name: uniform, bits: 8}"),
        baseline("fedavg", "{name: fedavg, exchangeEvery: 5}", "codec={name: uniform, bits: 8}"),
        baseline("fedprox", "{name: fedprox, exchangeEvery: 5, mu: 0.1}"),
        baseline("fedmd", "{name: fedmd, exchangeEvery: 5, warmUp: 20}"),
        baseline("local-only", "local-only"),
        baseline("pooled", "pooled"));
  }

  private static RecordedExperiment baseline(String name, String algorithm, String... settings) {
    return resource(
        "baselines/" + name,
        "small.yaml",
        Stream.concat(
                Stream.of(
                    "rounds=100",
                    "evaluateEvery=25",
                    ALIKE,
                    "baseline=none",
                    "algorithm=" + algorithm),
                Stream.of(settings))
            .toArray(String[]::new));
  }

  private static Stream<RecordedExperiment> swapsAndPaces() {
    return Stream.of(
        swaps(),
        resource("asynchronous", "asynchronous.yaml", "rounds=600", "evaluateEvery=150"),
        resource(
            "asynchronous-swaps",
            "swaps.yaml",
            "pace=asynchronous",
            "codec={name: uniform, bits: 4}"));
  }

  private static Stream<RecordedExperiment> others() {
    return Stream.of(
        small("privacy", "privacy={clip: 1, noise: 1.1}"),
        small("random-matching", "topology=random-matching", "codec={name: uniform, bits: 4}"),
        small("every-round", "topology={name: random-regular, degree: 2, everyRound: true}"));
  }

  private static RecordedExperiment small(String name, String... settings) {
    return resource(
        name,
        "small.yaml",
        Stream.concat(Stream.of("rounds=100", "evaluateEvery=25"), Stream.of(settings))
            .toArray(String[]::new));
  }

  private static RecordedExperiment resource(String name, String file, String... settings) {
    return new RecordedExperiment(name, RESOURCES.resolve(file), List.of(settings), Set.of());
  }
}

package org.limbeck.experiment.file;

import static org.limbeck.experiment.file.KeyDeclaration.key;

import java.util.List;
import java.util.Optional;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentBuilder;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.SwappableNumber;

/**
 * The keys of experiment files, each declared once. Readers, the writer, the files of devices, what
 * a swap has changed and the table in the documentation follow from them.
 */
public final class ExperimentKeys {
  /** All keys, in the order in which they are read and written. */
  static final List<ExperimentKey> ALL =
      List.of(
          key("name", new NameFormat(), Experiment::name, ExperimentBuilder::name)
              .documented("names the run folder", "the file's name"),
          key(
                  "description",
                  new TextFormat(),
                  Experiment::description,
                  ExperimentBuilder::description)
              .inDeviceFiles()
              .writtenIf(text -> !text.isEmpty())
              .documented("a sentence for the report", "empty"),
          key("seed", IntegerFormat.ANY, Experiment::seed, ExperimentBuilder::seed)
              .inDeviceFiles()
              .documented("decides all randomness"),
          key(
                  "rounds",
                  IntegerFormat.POSITIVE.required("how many rounds to run"),
                  Experiment::rounds,
                  ExperimentBuilder::rounds)
              .documented("how many rounds to run"),
          number(SwappableNumber.EVALUATE_EVERY).documented("rounds between evaluations"),
          key(
                  "checkpointEvery",
                  IntegerFormat.POSITIVE,
                  Experiment::checkpointEvery,
                  ExperimentBuilder::checkpointEvery)
              .inDeviceFiles()
              .documented("rounds between checkpoints, from which `limbeck resume` goes on"),
          number(SwappableNumber.LOCAL_STEPS).documented("training steps of a device per round"),
          number(SwappableNumber.BATCH).documented("private rows per training step"),
          new ExperimentKey(
              "dataset",
              source -> source.readDataset("dataset"),
              new KeyDocumentation(
                  "group of `path`",
                  "the folder of `data` and `reference` where they give none, see"
                      + " [Datasets](datasets.md)",
                  "the folder for downloads, or the system's")),
          plugin(PluginKind.DATA)
              .inDeviceFiles()
              .documented(
                  "private dataset: the rows that devices own, and those they are tested on"),
          plugin(PluginKind.PARTITION, "iid")
              .documented(
                  "how private rows are divided among the devices, see"
                      + " [Partitions](partitions.md)"),
          plugin(PluginKind.REFERENCE)
              .inDeviceFiles()
              .documented("reference dataset: public rows without labels"),
          plugin(PluginKind.TOPOLOGY, "ring")
              .documented("who talks to whom, see [Topologies](topologies.md)"),
          plugin(PluginKind.AGGREGATION, "tracking-mean")
              .inDeviceFiles()
              .documented(
                  "how a device combines its soft decisions with its neighbours', see"
                      + " [Robustness](robustness.md)"),
          plugin(PluginKind.WEIGHTING, "uniform")
              .inDeviceFiles()
              .documented(
                  "how much a device's soft decisions count, row by row and class by class, see"
                      + " [Weightings](weightings.md)"),
          plugin(PluginKind.CODEC, "float32")
              .inDeviceFiles()
              .documented(
                  "how soft decisions, or weights, become bytes: `float32`, `float16`, `uniform`,"
                      + " `ternary`, `top-k`, `hard-label`, see [Codecs](codecs.md)"),
          plugin(PluginKind.TRANSPORT, "in-process")
              .documented(
                  "what carries them: `in-process`, or `mqtt` between processes, see"
                      + " [Networks](networks.md)"),
          plugin(PluginKind.ALGORITHM, "distributed-distillation")
              .inDeviceFiles()
              .documented(
                  "what devices do in a round: `distributed-distillation`, or one of the"
                      + " [baselines](baselines.md)"),
          key(
                  "mixing",
                  new WordFormat<>(MixingWeights.values()),
                  Experiment::mixing,
                  ExperimentBuilder::mixing)
              .inDeviceFiles()
              .documented(
                  "how much a neighbour's word weighs, see"
                      + " [Mixing weights](topologies.md#mixing-weights)"),
          key(
                  "pace",
                  new WordFormat<>(ExecutionMode.values()),
                  Experiment::pace,
                  ExperimentBuilder::pace)
              .writtenIf(pace -> pace != ExecutionMode.LOCK_STEP)
              .documented(
                  "whether devices wait for each other: in `lock-step`, no device finishes a round"
                      + " before the frames of its neighbours are there; `asynchronous`, none"
                      + " waits, see [Asynchronous](algorithm.md#devices-that-do-not-wait)"),
          key(
                  "baseline",
                  new BaselineFormat(),
                  Experiment::baselineAlgorithm,
                  ExperimentBuilder::baselineAlgorithm)
              .documented("the algorithm to compare with"),
          key("handover", GroupFormat.HANDOVER, Experiment::handover, ExperimentBuilder::handover)
              .inDeviceFiles()
              .documented(
                  "how a new model learns before it takes over: `steps` (300), `batch` (64),"
                      + " `stepSize` (0.2)",
                  "these"),
          key("trigger", GroupFormat.TRIGGER, Experiment::trigger, ExperimentBuilder::trigger)
              .inDeviceFiles()
              .writtenIf(EventTrigger::isSet)
              .documented(
                  "which rows of a round a device sends: those that have moved by more than"
                      + " `threshold` (0) in L2 distance since they were last sent, and of these at"
                      + " most the `share` (1) that has moved furthest. A map of one bit a row says"
                      + " which",
                  "all rows"),
          key(
                  "privacy",
                  GroupFormat.PRIVACY,
                  experiment -> experiment.training().privacy(),
                  ExperimentBuilder::privacy)
              .inDeviceFiles()
              .writtenIf(Optional::isPresent)
              .documented(
                  "differential privacy of the private rows: `clip` (1), `noise` (1.1), `delta`"
                      + " (0.00001), see [Privacy](privacy.md)",
                  "none"),
          key("devices", new DevicesFormat(), Experiment::devices, ExperimentBuilder::devices)
              .documented(
                  "the devices in groups, each with `count` (1) and `architecture`, or with an `id`"
                      + " for a single device; with `slowness: 10` and `pace: asynchronous`, one"
                      + " round of its own takes ten of the run",
                  ValueFormat.REQUIRED),
          key(
                  AdversariesFormat.KEY,
                  new AdversariesFormat(),
                  Experiment::devices,
                  ExperimentBuilder::devices)
              .writtenIf(AdversariesFormat::areAmong)
              .documented(
                  "which `devices` lie (how many, or a list of ids), and by what `attack`, see"
                      + " [Robustness](robustness.md)",
                  "nobody"),
          key(
                  "observers",
                  new ObserversFormat(),
                  Experiment::observers,
                  ExperimentBuilder::observers)
              .writtenIf(observers -> !observers.isEmpty())
              .documented(
                  "what writes the run down for other tools: `tensorboard` or `mlflow`, see"
                      + " [Observers](observers.md)",
                  "none"),
          new ExperimentKey(
              "swaps",
              source -> source.root().find("swaps"),
              new KeyDocumentation(
                  "list of changes",
                  "what changes on the way, see [Swapping](swapping.md)",
                  "nothing")),
          new ExperimentKey(
              SweepExpansion.VARIANTS,
              source -> {},
              new KeyDocumentation(
                  "group of groups of keys",
                  "experiments by name, each with the keys that it replaces, see"
                      + " [Comparing](comparing.md)",
                  "just this one")),
          new ExperimentKey(
              SweepExpansion.SWEEP,
              source -> {},
              new KeyDocumentation(
                  "group of lists",
                  "keys with lists of values that are all tried, see [Comparing](comparing.md)",
                  "nothing")),
          new ExperimentKey(
              "versions",
              source -> source.root().find("versions"),
              new KeyDocumentation(
                  "group", "what a resolved experiment was run with; not read", "nothing")));

  private ExperimentKeys() {}

  /** Returns all keys as they are written. */
  public static List<String> names() {
    return ALL.stream().map(ExperimentKey::name).toList();
  }

  private static KeyDeclaration<Long> number(SwappableNumber number) {
    return key(
            number.key(),
            new IntegerFormat(1, number.max(), Optional.empty()),
            number::of,
            number::set)
        .inDeviceFiles();
  }

  private static KeyDeclaration<Optional<PluginChoice>> plugin(PluginKind kind) {
    return plugin(new PluginFormat(kind, Optional.empty()));
  }

  private static KeyDeclaration<Optional<PluginChoice>> plugin(PluginKind kind, String byDefault) {
    return plugin(new PluginFormat(kind, Optional.of(byDefault)));
  }

  private static KeyDeclaration<Optional<PluginChoice>> plugin(PluginFormat format) {
    return key(
            format.kind().key(),
            format,
            experiment -> Optional.ofNullable(experiment.plugin(format.kind())),
            (experiment, choice) -> choice.ifPresent(experiment::plugin))
        .writtenIf(Optional::isPresent);
  }
}

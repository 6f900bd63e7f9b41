package org.limbeck.experiment.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.limbeck.api.algorithm.Training;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentBuilder;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.HandoverSettings;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.yaml.YamlNode;
import org.limbeck.experiment.yaml.YamlParser;
import org.limbeck.experiment.yaml.YamlSetting;

/** Reads experiment files. */
public final class ExperimentReader {
  private static final String BASELINE = "baseline";
  private static final String LOCAL_ONLY = "local-only";
  private static final String NONE = "none";

  /** Used where an experiment names no plug-in of the kind. */
  private static final Map<PluginKind, String> DEFAULTS =
      Map.of(
          PluginKind.PARTITION, "iid",
          PluginKind.TOPOLOGY, "ring",
          PluginKind.AGGREGATION, "tracking-mean",
          PluginKind.CODEC, "float32",
          PluginKind.TRANSPORT, "in-process",
          PluginKind.ALGORITHM, "distributed-distillation");

  private final PluginCatalog catalog;
  private final OptionRules rules;

  /** Makes a reader that validates against a catalog. */
  public ExperimentReader(PluginCatalog catalog, OptionRules rules) {
    this.catalog = catalog;
    this.rules = rules;
  }

  /**
   * Reads an experiment.
   *
   * @param file the file
   * @param settings values that replace those of the file
   * @throws InvalidInputException with everything that is wrong
   */
  public Experiment read(Path file, List<String> settings) {
    YamlNode root = tree(file, settings);
    SweepExpansion.keys(root).stream().findFirst().ifPresent(ExperimentReader::refuseMany);
    return read(root, nameOf(file));
  }

  /**
   * Reads all experiments that a file describes with {@code variants} and {@code sweep}.
   *
   * @param file the file
   * @param settings values that replace those of the file; variants and what is swept replace them
   *     in turn
   * @return one at least
   * @throws InvalidInputException with everything that is wrong
   */
  public List<ExperimentVariant> readAll(Path file, List<String> settings) {
    List<ExperimentVariant> variations = new ArrayList<>();
    Set<Problem> problems = new LinkedHashSet<>();
    for (SweepExpansion.Tree tree : new SweepExpansion(pluginKeys()).expand(tree(file, settings))) {
      try {
        variations.add(new ExperimentVariant(tree.label(), read(tree.root(), nameOf(file))));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(List.copyOf(problems));
    }
    return variations;
  }

  /**
   * Reads an experiment that {@link ExperimentWriter} wrote.
   *
   * @param text the YAML document
   * @param source where it stands
   * @throws InvalidInputException with everything that is wrong
   */
  public Experiment read(String text, String source) {
    return read(new YamlParser().parse(text, new Origin(source, 0, "")), "");
  }

  /** Returns what a file says, with settings in its place. */
  static YamlNode tree(Path file, List<String> settings) {
    List<YamlSetting> parsed = settings.stream().map(YamlSetting::parse).toList();
    return YamlSetting.apply(parsed, new YamlParser().parse(file), pluginKeys());
  }

  private static void refuseMany(YamlNode key) {
    throw new InvalidInputException(
        key.origin(),
        "with this key the file describes several experiments, which limbeck compare runs");
  }

  /** Reads an experiment of a tree. */
  Experiment read(YamlNode root, String defaultName) {
    List<Problem> problems = new ArrayList<>();
    Experiment experiment = read(YamlSection.of(root, problems), defaultName, problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return experiment;
  }

  private Experiment read(YamlSection root, String defaultName, List<Problem> problems) {
    PluginChoiceReader plugins = new PluginChoiceReader(catalog, rules, problems);
    String name = name(root, defaultName, problems);
    String description = root.text("description", "");
    long seed = root.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1);
    long rounds = root.requireInteger("rounds", 1, Long.MAX_VALUE, "how many rounds to run");
    long evaluateEvery = root.integer("evaluateEvery", 1, Long.MAX_VALUE, 100);
    Training training =
        new Training(
            (int) root.integer("localSteps", 1, Integer.MAX_VALUE, 1),
            (int) root.integer("batch", 1, Integer.MAX_VALUE, 32),
            PrivacyReader.read(root, problems));
    Map<String, Object> dataset = dataset(root, problems);
    Map<PluginKind, PluginChoice> chosen = new EnumMap<>(PluginKind.class);
    for (PluginKind kind : PluginKind.values()) {
      if (kind.isShared()) {
        boolean reads = kind == PluginKind.DATA || kind == PluginKind.REFERENCE;
        choice(root, kind, plugins, reads ? dataset : Map.of())
            .ifPresent(choice -> chosen.put(kind, choice));
      }
    }
    Optional<PluginChoice> baseline = baseline(root, plugins);
    long checkpointEvery = root.integer("checkpointEvery", 1, Long.MAX_VALUE, 100);
    HandoverSettings handover = HandoverReader.read(root, problems);
    EventTrigger trigger = TriggerReader.read(root, problems);
    MixingWeights mixing = mixing(root);
    ExecutionMode pace = pace(root);
    List<DeviceSpec> devices =
        new AdversariesReader(plugins, problems)
            .read(root, new DevicesReader(plugins, problems).read(root));
    Optional<YamlNode> swaps = root.find("swaps");
    root.find("versions");
    root.rejectOthers("key of an experiment");
    Experiment experiment =
        new ExperimentBuilder()
            .name(name)
            .description(description)
            .seed(seed)
            .rounds(rounds)
            .evaluateEvery(evaluateEvery)
            .checkpointEvery(checkpointEvery)
            .training(training)
            .handover(handover)
            .trigger(trigger)
            .mixing(mixing)
            .pace(pace)
            .plugins(chosen)
            .baselineAlgorithm(baseline)
            .devices(devices)
            .build();
    return swaps.isPresent() && problems.isEmpty()
        ? new ScheduleReader(plugins, problems).read(swaps.get(), experiment)
        : experiment;
  }

  private static MixingWeights mixing(YamlSection root) {
    Map<String, MixingWeights> rules = new TreeMap<>();
    for (MixingWeights rule : MixingWeights.values()) {
      rules.put(rule.key(), rule);
    }
    return rules.get(root.word("mixing", rules.keySet(), MixingWeights.METROPOLIS.key()));
  }

  private static ExecutionMode pace(YamlSection root) {
    Map<String, ExecutionMode> paces = new TreeMap<>();
    for (ExecutionMode pace : ExecutionMode.values()) {
      paces.put(pace.key(), pace);
    }
    return paces.get(root.word("pace", paces.keySet(), ExecutionMode.LOCK_STEP.key()));
  }

  private static String name(YamlSection root, String byDefault, List<Problem> problems) {
    String name = root.text("name", byDefault);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      problems.add(
          new Problem(
              root.find("name").map(YamlNode::origin).orElse(root.origin()),
              "'"
                  + name
                  + "' names a folder: use up to 100 letters, digits, dots, hyphens and"
                  + " underscores, a letter or digit first"));
    }
    return name;
  }

  /** What data and reference plug-ins use where they give no path of their own. */
  private static Map<String, Object> dataset(YamlSection root, List<Problem> problems) {
    Optional<YamlNode> node = root.find("dataset");
    if (node.isEmpty()) {
      return Map.of();
    }
    YamlSection section = YamlSection.of(node.get(), problems);
    String path = section.text("path", "");
    section.rejectOthers("key of a dataset");
    return Map.of("path", path);
  }

  private static Optional<PluginChoice> choice(
      YamlSection root,
      PluginKind kind,
      PluginChoiceReader plugins,
      Map<String, Object> otherwise) {
    String byDefault = DEFAULTS.get(kind);
    Optional<YamlNode> node =
        byDefault == null
            ? root.require(kind.key(), "the name of a plug-in, such as digits")
            : root.find(kind.key()).or(() -> Optional.of(named(byDefault, root, kind.key())));
    return node.flatMap(given -> plugins.read(kind, withName(given, byDefault), otherwise));
  }

  private static Optional<PluginChoice> baseline(YamlSection root, PluginChoiceReader plugins) {
    YamlNode node = root.find(BASELINE).orElseGet(() -> named(LOCAL_ONLY, root, BASELINE));
    boolean none = node instanceof YamlNode.Scalar scalar && NONE.equals(scalar.value());
    return none ? Optional.empty() : plugins.read(PluginKind.ALGORITHM, withName(node, LOCAL_ONLY));
  }

  /** Options alone are those of the plug-in that is used where none is named. */
  private static YamlNode withName(YamlNode node, String byDefault) {
    boolean nameless =
        byDefault != null
            && node instanceof YamlNode.Mapping mapping
            && !mapping.entries().containsKey("name");
    return nameless
        ? ((YamlNode.Mapping) node).with("name", new YamlNode.Scalar(node.origin(), byDefault))
        : node;
  }

  private static YamlNode named(String name, YamlSection root, String key) {
    Origin origin = root.origin().child(key);
    return new YamlNode.Scalar(new Origin(origin.source(), 0, origin.key()), name);
  }

  private static Set<String> pluginKeys() {
    Set<String> keys = new HashSet<>(Set.of(BASELINE));
    for (PluginKind kind : PluginKind.values()) {
      keys.add(kind.key());
    }
    return keys;
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}

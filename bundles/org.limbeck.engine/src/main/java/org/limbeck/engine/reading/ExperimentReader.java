package org.limbeck.engine.reading;

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
import org.limbeck.engine.consensus.MixingWeights;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Handover;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.Pace;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.experiment.Trigger;
import org.limbeck.engine.experiment.Variation;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.yaml.Node;
import org.limbeck.engine.yaml.Setting;
import org.limbeck.engine.yaml.YamlParser;

/** Reads experiment files. */
public final class ExperimentReader {
  private static final String BASELINE = "baseline";
  private static final String LOCAL_ONLY = "local-only";
  private static final String NONE = "none";

  /** Used where an experiment names no plug-in of the kind. */
  private static final Map<Kind, String> DEFAULTS =
      Map.of(
          Kind.PARTITION, "iid",
          Kind.TOPOLOGY, "ring",
          Kind.AGGREGATION, "tracking-mean",
          Kind.CODEC, "float32",
          Kind.TRANSPORT, "in-process",
          Kind.ALGORITHM, "distributed-distillation");

  private final PluginCatalog catalog;
  private final OptionRules rules;

  /** Makes a reader that validates against a catalog. */
  public ExperimentReader(PluginCatalog catalog, OptionRules rules) {
    this.catalog = catalog;
    this.rules = rules;
  }

  /**
   * Reads a change of an experiment that goes on.
   *
   * @param entry the change, YAML on one line
   * @param source who asks for it
   * @param current the experiment as it is
   * @param nextDevice the number of the next device that joins
   * @return the experiment as it shall be
   * @throws InvalidInputException with everything that is wrong
   */
  public Experiment readSwap(String entry, String source, Experiment current, long nextDevice) {
    Node node = new YamlParser().parse(entry, new Origin(source, 0, ""));
    List<Problem> problems = new ArrayList<>();
    Experiment next =
        new SwapReader(new PluginReader(catalog, rules, problems), problems)
            .read(Section.of(node, problems), current, nextDevice);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return next;
  }

  /**
   * Reads an experiment.
   *
   * @param file the file
   * @param settings values that replace those of the file
   * @throws InvalidInputException with everything that is wrong
   */
  public Experiment read(Path file, List<String> settings) {
    Node root = tree(file, settings);
    Expansion.keys(root).stream().findFirst().ifPresent(ExperimentReader::refuseMany);
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
  public List<Variation> readAll(Path file, List<String> settings) {
    List<Variation> variations = new ArrayList<>();
    Set<Problem> problems = new LinkedHashSet<>();
    for (Expansion.Tree tree : new Expansion(pluginKeys()).expand(tree(file, settings))) {
      try {
        variations.add(new Variation(tree.label(), read(tree.root(), nameOf(file))));
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
  static Node tree(Path file, List<String> settings) {
    List<Setting> parsed = settings.stream().map(Setting::parse).toList();
    return Setting.apply(parsed, new YamlParser().parse(file), pluginKeys());
  }

  private static void refuseMany(Node key) {
    throw new InvalidInputException(
        key.origin(),
        "with this key the file describes several experiments, which limbeck compare runs");
  }

  /** Reads an experiment of a tree. */
  Experiment read(Node root, String defaultName) {
    List<Problem> problems = new ArrayList<>();
    Experiment experiment = read(Section.of(root, problems), defaultName, problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return experiment;
  }

  private Experiment read(Section root, String defaultName, List<Problem> problems) {
    PluginReader plugins = new PluginReader(catalog, rules, problems);
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
    Map<Kind, PluginChoice> chosen = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kind.isShared()) {
        boolean reads = kind == Kind.DATA || kind == Kind.REFERENCE;
        choice(root, kind, plugins, reads ? dataset : Map.of())
            .ifPresent(choice -> chosen.put(kind, choice));
      }
    }
    Optional<PluginChoice> baseline = baseline(root, plugins);
    long checkpointEvery = root.integer("checkpointEvery", 1, Long.MAX_VALUE, 100);
    Handover handover = HandoverReader.read(root, problems);
    Trigger trigger = TriggerReader.read(root, problems);
    MixingWeights mixing = mixing(root);
    Pace pace = pace(root);
    List<DeviceSpec> devices =
        new AdversariesReader(plugins, problems)
            .read(root, new DevicesReader(plugins, problems).read(root));
    Optional<Node> swaps = root.find("swaps");
    root.find("versions");
    root.rejectOthers("key of an experiment");
    Experiment experiment =
        new Experiment(
            name,
            description,
            seed,
            rounds,
            evaluateEvery,
            checkpointEvery,
            training,
            handover,
            trigger,
            mixing,
            pace,
            chosen,
            baseline,
            devices,
            List.of());
    return swaps.isPresent() && problems.isEmpty()
        ? new ScheduleReader(new SwapReader(plugins, problems), problems)
            .read(swaps.get(), experiment)
        : experiment;
  }

  private static MixingWeights mixing(Section root) {
    Map<String, MixingWeights> rules = new TreeMap<>();
    for (MixingWeights rule : MixingWeights.values()) {
      rules.put(rule.key(), rule);
    }
    return rules.get(root.word("mixing", rules.keySet(), MixingWeights.METROPOLIS.key()));
  }

  private static Pace pace(Section root) {
    Map<String, Pace> paces = new TreeMap<>();
    for (Pace pace : Pace.values()) {
      paces.put(pace.key(), pace);
    }
    return paces.get(root.word("pace", paces.keySet(), Pace.LOCK_STEP.key()));
  }

  private static String name(Section root, String byDefault, List<Problem> problems) {
    String name = root.text("name", byDefault);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      problems.add(
          new Problem(
              root.find("name").map(Node::origin).orElse(root.origin()),
              "'"
                  + name
                  + "' names a folder: use up to 100 letters, digits, dots, hyphens and"
                  + " underscores, a letter or digit first"));
    }
    return name;
  }

  /** What data and reference plug-ins use where they give no path of their own. */
  private static Map<String, Object> dataset(Section root, List<Problem> problems) {
    Optional<Node> node = root.find("dataset");
    if (node.isEmpty()) {
      return Map.of();
    }
    Section section = Section.of(node.get(), problems);
    String path = section.text("path", "");
    section.rejectOthers("key of a dataset");
    return Map.of("path", path);
  }

  private static Optional<PluginChoice> choice(
      Section root, Kind kind, PluginReader plugins, Map<String, Object> otherwise) {
    String byDefault = DEFAULTS.get(kind);
    Optional<Node> node =
        byDefault == null
            ? root.require(kind.key(), "the name of a plug-in, such as digits")
            : root.find(kind.key()).or(() -> Optional.of(named(byDefault, root, kind.key())));
    return node.flatMap(given -> plugins.read(kind, withName(given, byDefault), otherwise));
  }

  private static Optional<PluginChoice> baseline(Section root, PluginReader plugins) {
    Node node = root.find(BASELINE).orElseGet(() -> named(LOCAL_ONLY, root, BASELINE));
    boolean none = node instanceof Node.Scalar scalar && NONE.equals(scalar.value());
    return none ? Optional.empty() : plugins.read(Kind.ALGORITHM, withName(node, LOCAL_ONLY));
  }

  /** Options alone are those of the plug-in that is used where none is named. */
  private static Node withName(Node node, String byDefault) {
    boolean nameless =
        byDefault != null
            && node instanceof Node.Mapping mapping
            && !mapping.entries().containsKey("name");
    return nameless
        ? ((Node.Mapping) node).with("name", new Node.Scalar(node.origin(), byDefault))
        : node;
  }

  private static Node named(String name, Section root, String key) {
    Origin origin = root.origin().child(key);
    return new Node.Scalar(new Origin(origin.source(), 0, origin.key()), name);
  }

  private static Set<String> pluginKeys() {
    Set<String> keys = new HashSet<>(Set.of(BASELINE));
    for (Kind kind : Kind.values()) {
      keys.add(kind.key());
    }
    return keys;
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}

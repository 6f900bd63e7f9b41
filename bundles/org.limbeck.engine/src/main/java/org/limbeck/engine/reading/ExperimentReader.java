package org.limbeck.engine.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.api.algorithm.Training;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.yaml.Node;
import org.limbeck.engine.yaml.Setting;
import org.limbeck.engine.yaml.YamlParser;

/** Reads experiment files. */
public final class ExperimentReader {
  private static final String BASELINE = "baseline";
  private static final String LOCAL_ONLY = "local-only";
  private static final String NONE = "none";
  private static final int MAX_DEVICES = 1_000_000;

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
   * Reads an experiment.
   *
   * @param file the file
   * @param settings values that replace those of the file
   * @throws InvalidInputException with everything that is wrong
   */
  public Experiment read(Path file, List<String> settings) {
    Node root = new YamlParser().parse(file);
    List<Setting> parsed = settings.stream().map(Setting::parse).toList();
    Set<String> plugins = pluginKeys();
    for (Setting setting :
        parsed.stream().sorted(Comparator.comparing((Setting s) -> !s.isName())).toList()) {
      root = setting.applyTo(root, plugins);
    }
    List<Problem> problems = new ArrayList<>();
    Experiment experiment = read(Section.of(root, problems), nameOf(file), problems);
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
            (int) root.integer("batch", 1, Integer.MAX_VALUE, 32));
    Map<Kind, PluginChoice> chosen = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kind != Kind.ARCHITECTURE) {
        choice(root, kind, plugins).ifPresent(choice -> chosen.put(kind, choice));
      }
    }
    Optional<PluginChoice> baseline = baseline(root, plugins);
    List<DeviceSpec> devices = devices(root, plugins, problems);
    root.find("versions");
    root.rejectOthers("key of an experiment");
    return new Experiment(
        name, description, seed, rounds, evaluateEvery, training, chosen, baseline, devices);
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

  private static Optional<PluginChoice> choice(Section root, Kind kind, PluginReader plugins) {
    String byDefault = DEFAULTS.get(kind);
    Optional<Node> node =
        byDefault == null
            ? root.require(kind.key(), "the name of a plug-in, such as digits")
            : root.find(kind.key()).or(() -> Optional.of(named(byDefault, root, kind.key())));
    return node.flatMap(given -> plugins.read(kind, withName(given, byDefault)));
  }

  private static Optional<PluginChoice> baseline(Section root, PluginReader plugins) {
    Node node = root.find(BASELINE).orElseGet(() -> named(LOCAL_ONLY, root, BASELINE));
    boolean none = node instanceof Node.Scalar scalar && NONE.equals(scalar.value());
    return none ? Optional.empty() : plugins.read(Kind.ALGORITHM, withName(node, LOCAL_ONLY));
  }

  private static List<DeviceSpec> devices(
      Section root, PluginReader plugins, List<Problem> problems) {
    Optional<Node> node = root.require("devices", "a list of groups of devices");
    if (node.isPresent() && !(node.get() instanceof Node.Sequence s && !s.items().isEmpty())) {
      problems.add(
          new Problem(
              node.get().origin(),
              "a list of groups of devices belongs here, each with count and architecture"));
    }
    List<DeviceSpec> devices = new ArrayList<>();
    if (node.orElse(null) instanceof Node.Sequence groups) {
      for (Node group : groups.items()) {
        devices.addAll(group(Section.of(group, problems), plugins, devices.size() + 1));
      }
    }
    return devices;
  }

  private static List<DeviceSpec> group(Section group, PluginReader plugins, int first) {
    long count = group.integer("count", 1, MAX_DEVICES, 1);
    Optional<PluginChoice> architecture =
        group
            .require(Kind.ARCHITECTURE.key(), "the name of a plug-in, such as mlp")
            .flatMap(node -> plugins.read(Kind.ARCHITECTURE, node));
    group.rejectOthers("key of a group of devices");
    List<DeviceSpec> devices = new ArrayList<>();
    for (int i = 0; architecture.isPresent() && i < count; i++) {
      devices.add(new DeviceSpec("device-" + (first + i), architecture.get()));
    }
    return devices;
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

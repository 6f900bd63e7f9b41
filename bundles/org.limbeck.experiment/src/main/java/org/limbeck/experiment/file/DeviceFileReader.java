package org.limbeck.experiment.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.experiment.DeviceSetup;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.keys.KeyFolder;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads the files of devices on their own, by turning each into an experiment of one device. */
public final class DeviceFileReader {
  private static final String ID = "device";
  private static final String NAME = "name";
  private static final String NETWORK = "network";
  private static final String TIMEOUT = "timeout";
  private static final String FORMER_TIMEOUT = "patience";
  private static final String NEIGHBOURS = "neighbours";
  private static final String KEYS = "keys";
  private static final String TOPOLOGY = PluginKind.TOPOLOGY.key();
  private static final String TRANSPORT = PluginKind.TRANSPORT.key();
  private static final String ARCHITECTURE = PluginKind.ARCHITECTURE.key();
  private static final long MOST_MILLIS = 3_600_000;
  private static final long MOST_SECONDS = 31_536_000;

  private final PluginCatalog catalog;
  private final ExperimentReader experiments;

  /** Makes a reader that validates against a catalog. */
  public DeviceFileReader(PluginCatalog catalog, OptionRules rules) {
    this.catalog = catalog;
    this.experiments = new ExperimentReader(catalog, rules);
  }

  /**
   * Reads a device.
   *
   * @param file the file; relative paths in it are relative to its folder
   * @param settings values that replace those of the file
   * @throws InvalidInputException with everything that is wrong
   */
  public DeviceSetup read(Path file, List<String> settings) {
    Path base = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    Problems problems = new Problems();
    YamlSection root = YamlSection.of(ExperimentReader.tree(file, settings), problems);
    String id = id(root);
    List<String> neighbours = neighbours(root, id, problems);
    YamlNode.Mapping tree = tree(root, id, base, problems);
    Path folder = base.resolve(root.text("folder", "device-" + id)).normalize();
    Duration pause = Duration.ofMillis(root.integer("pause", 0, MOST_MILLIS, 100));
    String timeoutKey = root.find(TIMEOUT).isPresent() ? TIMEOUT : FORMER_TIMEOUT;
    Duration timeout = Duration.ofSeconds(root.integer(timeoutKey, 0, MOST_SECONDS, 300));
    boolean unsigned = root.text(KEYS, "").equals(KeyFolder.NONE);
    Optional<KeyRing> keys = unsigned ? Optional.empty() : keys(root, id, base, problems);
    root.rejectOthers("key of a device");
    Optional<Experiment> experiment = experiment(tree, id, problems);
    problems.requireNone();
    return new DeviceSetup(
        experiment.orElseThrow(), neighbours, folder, pause, timeout, keys, unsigned);
  }

  private static String id(YamlSection root) {
    return root.require(ID, "the id of this device, which no other in its network has")
        .map(node -> node instanceof YamlNode.Scalar scalar ? scalar.text() : "")
        .orElse("");
  }

  private static List<String> neighbours(YamlSection root, String id, Problems problems) {
    Optional<YamlNode> node = root.find(NEIGHBOURS);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof YamlNode.Sequence sequence) || sequence.items().isEmpty()) {
      problems.add(node.get().origin(), "a list of ids of devices belongs here: [hall, attic]");
      return List.of();
    }
    root.find(TOPOLOGY)
        .ifPresent(
            topology ->
                problems.add(
                    topology.origin(),
                    "the neighbours are named, so that no topology chooses them: leave out"
                        + " one of the two"));
    Set<String> ids = new LinkedHashSet<>();
    for (YamlNode item : sequence.items()) {
      String other = item instanceof YamlNode.Scalar scalar ? scalar.text() : "";
      if (!DeviceSpec.isId(other) || other.equals(id)) {
        problems.add(item.origin(), "the id of another device belongs here, not " + item.inWords());
      }
      ids.add(other);
    }
    return List.copyOf(ids);
  }

  private static Optional<KeyRing> keys(YamlSection root, String id, Path base, Problems problems) {
    Optional<YamlNode> node = root.find(KEYS);
    String folder = root.text(KEYS, "");
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Origin origin = node.orElseThrow().origin();
    try {
      KeyRing ring = new KeyFolder(base.resolve(folder).normalize()).watch();
      ring.requirePrivateKey(id);
      return Optional.of(ring);
    } catch (IllegalArgumentException e) {
      problems.add(origin, e.getMessage());
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> problems.add(origin, problem.toString()));
    }
    return Optional.empty();
  }

  /** Makes the experiment: keys keep their origins, so that complaints name the file's lines. */
  private YamlNode.Mapping tree(YamlSection root, String id, Path base, Problems problems) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    ExperimentKeys.ALL.stream()
        .filter(ExperimentKey::isInDeviceFiles)
        .map(ExperimentKey::name)
        .forEach(key -> root.find(key).ifPresent(node -> entries.put(key, node)));
    YamlNode named = root.find(ID).orElseGet(() -> root.implied(ID, ID));
    entries.put(NAME, DeviceSpec.isId(id) ? named : root.implied(ID, ID));
    entries.put(
        "rounds", root.find("rounds").orElseGet(() -> root.implied("rounds", DeviceSetup.ENDLESS)));
    entries.put("pace", root.implied("pace", "asynchronous"));
    entries.put("baseline", root.implied("baseline", "none"));
    entries.put(TOPOLOGY, root.find(TOPOLOGY).orElseGet(() -> root.implied(TOPOLOGY, "complete")));
    transport(root, problems).ifPresent(node -> entries.put(TRANSPORT, node));
    root.require(ARCHITECTURE, "the model of this device, such as mlp")
        .ifPresent(
            node -> {
              Map<String, YamlNode> group = Map.of("id", named, ARCHITECTURE, node);
              YamlNode device = new YamlNode.Mapping(node.origin(), group);
              entries.put("devices", new YamlNode.Sequence(node.origin(), List.of(device)));
            });
    for (PluginKind kind : PluginKind.values()) {
      entries.computeIfPresent(kind.key(), (key, node) -> PathOptions.below(base, kind, node));
    }
    return new YamlNode.Mapping(root.origin(), entries);
  }

  private Optional<YamlNode> transport(YamlSection root, Problems problems) {
    Optional<YamlNode> broker = root.find("broker");
    Optional<YamlNode> transport = root.find(TRANSPORT);
    Optional<YamlNode> network =
        root.require(NETWORK, "what all devices that learn together share");
    if (broker.isEmpty() == transport.isEmpty()) {
      problems.add(
          broker.map(YamlNode::origin).orElseGet(() -> root.origin().child("broker")),
          broker.isEmpty()
              ? "this key is missing: where the devices meet, such as"
                  + " mqtts://broker.example:8883; or transport, with all its options"
              : "there is a transport too, which says where devices meet: leave out one");
      return Optional.empty();
    }
    YamlNode.Mapping group =
        broker
            .map(at -> group(new YamlNode.Scalar(at.origin(), "mqtt")).with("broker", at))
            .orElseGet(() -> group(transport.get()));
    boolean wanted = hasOption(PluginKind.TRANSPORT, group, NETWORK);
    return Optional.of(network.isPresent() && wanted ? group.with(NETWORK, network.get()) : group);
  }

  private boolean hasOption(PluginKind kind, YamlNode.Mapping plugin, String option) {
    return plugin.entries().get(NAME) instanceof YamlNode.Scalar name
        && catalog
            .find(kind, String.valueOf(name.value()))
            .filter(found -> found.options().stream().anyMatch(o -> o.name().equals(option)))
            .isPresent();
  }

  private Optional<Experiment> experiment(YamlNode.Mapping tree, String id, Problems problems) {
    if (!tree.entries().containsKey("devices") || !tree.entries().containsKey(TRANSPORT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(experiments.read(tree, id));
    } catch (InvalidInputException e) {
      problems.addAll(e);
      return Optional.empty();
    }
  }

  private static YamlNode.Mapping group(YamlNode node) {
    return node instanceof YamlNode.Mapping mapping
        ? mapping
        : new YamlNode.Mapping(node.origin(), Map.of(NAME, node));
  }
}

package org.limbeck.engine.reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.engine.experiment.DeviceSetup;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.security.KeyFolder;
import org.limbeck.engine.security.KeyRing;
import org.limbeck.engine.yaml.Node;

/** Reads the files of devices on their own, by turning each into an experiment of one device. */
public final class DeviceReader {
  private static final String ID = "device";
  private static final String NAME = "name";
  private static final String NETWORK = "network";
  private static final String NEIGHBOURS = "neighbours";
  private static final String KEYS = "keys";
  private static final String TOPOLOGY = Kind.TOPOLOGY.key();
  private static final String TRANSPORT = Kind.TRANSPORT.key();
  private static final String ARCHITECTURE = Kind.ARCHITECTURE.key();
  private static final long MOST_MILLIS = 3_600_000;
  private static final long MOST_SECONDS = 31_536_000;

  /** What means the same in an experiment. */
  private static final List<String> SHARED =
      List.of(
          "description",
          "data",
          "reference",
          "aggregation",
          "codec",
          "algorithm",
          "seed",
          "localSteps",
          "batch",
          "privacy",
          "trigger",
          "mixing",
          "handover",
          "evaluateEvery",
          "checkpointEvery");

  private final PluginCatalog catalog;
  private final ExperimentReader experiments;

  /** Makes a reader that validates against a catalog. */
  public DeviceReader(PluginCatalog catalog, OptionRules rules) {
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
    List<Problem> problems = new ArrayList<>();
    Section root = Section.of(ExperimentReader.tree(file, settings), problems);
    String id = id(root);
    List<String> neighbours = neighbours(root, id, problems);
    Node.Mapping tree = tree(root, id, base, problems);
    Path folder = base.resolve(root.text("folder", "device-" + id)).normalize();
    Duration pause = Duration.ofMillis(root.integer("pause", 0, MOST_MILLIS, 100));
    Duration patience = Duration.ofSeconds(root.integer("patience", 0, MOST_SECONDS, 300));
    Optional<KeyRing> keys = keys(root, id, base, problems);
    root.rejectOthers("key of a device");
    Optional<Experiment> experiment = experiment(tree, id, problems);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return new DeviceSetup(experiment.orElseThrow(), neighbours, folder, pause, patience, keys);
  }

  private static String id(Section root) {
    return root.require(ID, "the id of this device, which no other in its network has")
        .map(node -> node instanceof Node.Scalar scalar ? String.valueOf(scalar.value()) : "")
        .orElse("");
  }

  private static List<String> neighbours(Section root, String id, List<Problem> problems) {
    Optional<Node> node = root.find(NEIGHBOURS);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
      problems.add(
          new Problem(node.get().origin(), "a list of ids of devices belongs here: [hall, attic]"));
      return List.of();
    }
    root.find(TOPOLOGY)
        .ifPresent(
            topology ->
                problems.add(
                    new Problem(
                        topology.origin(),
                        "the neighbours are named, so that no topology chooses them: leave out"
                            + " one of the two")));
    Set<String> ids = new LinkedHashSet<>();
    for (Node item : sequence.items()) {
      String other = item instanceof Node.Scalar scalar ? String.valueOf(scalar.value()) : "";
      if (!DeviceIds.isValid(other) || other.equals(id)) {
        problems.add(
            new Problem(
                item.origin(), "the id of another device belongs here, not " + item.inWords()));
      }
      ids.add(other);
    }
    return List.copyOf(ids);
  }

  private static Optional<KeyRing> keys(
      Section root, String id, Path base, List<Problem> problems) {
    Optional<Node> node = root.find(KEYS);
    String folder = root.text(KEYS, "");
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      KeyRing ring = new KeyFolder(base.resolve(folder).normalize()).read();
      ring.requirePrivateKey(id);
      return Optional.of(ring);
    } catch (InvalidInputException e) {
      Origin origin = node.orElseThrow().origin();
      e.problems().forEach(problem -> problems.add(new Problem(origin, problem.toString())));
      return Optional.empty();
    }
  }

  /** Makes the experiment: keys keep their origins, so that complaints name the file's lines. */
  private Node.Mapping tree(Section root, String id, Path base, List<Problem> problems) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (String key : SHARED) {
      root.find(key).ifPresent(node -> entries.put(key, placed(key, node, base)));
    }
    Node named = root.find(ID).orElseGet(() -> scalar(root, ID, ID));
    entries.put(NAME, DeviceIds.isValid(id) ? named : scalar(root, ID, ID));
    entries.put("rounds", root.find("rounds").orElseGet(() -> endless(root)));
    entries.put("pace", scalar(root, "pace", "asynchronous"));
    entries.put("baseline", scalar(root, "baseline", "none"));
    Node topology = root.find(TOPOLOGY).orElseGet(() -> scalar(root, TOPOLOGY, "complete"));
    entries.put(TOPOLOGY, placed(TOPOLOGY, topology, base));
    transport(root, problems)
        .ifPresent(node -> entries.put(TRANSPORT, placed(TRANSPORT, node, base)));
    root.require(ARCHITECTURE, "the model of this device, such as mlp")
        .ifPresent(
            node -> {
              Map<String, Node> group = Map.of("id", named, ARCHITECTURE, node);
              Node device = new Node.Mapping(node.origin(), group);
              entries.put("devices", new Node.Sequence(node.origin(), List.of(device)));
            });
    return new Node.Mapping(root.origin(), entries);
  }

  private Optional<Node> transport(Section root, List<Problem> problems) {
    Optional<Node> broker = root.find("broker");
    Optional<Node> transport = root.find(TRANSPORT);
    Optional<Node> network = root.require(NETWORK, "what all devices that learn together share");
    if (broker.isEmpty() == transport.isEmpty()) {
      problems.add(
          new Problem(
              broker.map(Node::origin).orElseGet(() -> root.origin().child("broker")),
              broker.isEmpty()
                  ? "this key is missing: where the devices meet, such as"
                      + " mqtts://broker.example:8883; or transport, with all its options"
                  : "there is a transport too, which says where devices meet: leave out one"));
      return Optional.empty();
    }
    Node.Mapping group =
        broker.isPresent()
            ? new Node.Mapping(
                broker.get().origin(),
                Map.of(
                    NAME, new Node.Scalar(broker.get().origin(), "mqtt"), "broker", broker.get()))
            : group(transport.get());
    boolean wanted = hasOption(Kind.TRANSPORT, group, NETWORK);
    return Optional.of(network.isPresent() && wanted ? group.with(NETWORK, network.get()) : group);
  }

  private boolean hasOption(Kind kind, Node.Mapping plugin, String option) {
    return plugin.entries().get(NAME) instanceof Node.Scalar name
        && catalog
            .find(kind, String.valueOf(name.value()))
            .filter(found -> found.options().stream().anyMatch(o -> o.name().equals(option)))
            .isPresent();
  }

  private Optional<Experiment> experiment(Node.Mapping tree, String id, List<Problem> problems) {
    if (!tree.entries().containsKey("devices") || !tree.entries().containsKey(TRANSPORT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(experiments.read(tree, id));
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Node placed(String key, Node node, Path base) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.key().equals(key))
        .findFirst()
        .map(kind -> FilePlaces.below(base, kind, node))
        .orElse(node);
  }

  private static Node.Mapping group(Node node) {
    return node instanceof Node.Mapping mapping
        ? mapping
        : new Node.Mapping(node.origin(), Map.of(NAME, node));
  }

  private static Node endless(Section root) {
    return new Node.Scalar(root.origin().child("rounds"), DeviceSetup.ENDLESS);
  }

  private static Node scalar(Section root, String key, String value) {
    Origin origin = root.origin().child(key);
    return new Node.Scalar(new Origin(origin.source(), 0, origin.key()), value);
  }
}

package org.limbeck.engine.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.limbeck.api.algorithm.Training;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.yaml.Node;

/** Reads a change of an experiment: what it is like before gives what it is like after. */
final class SwapReader {
  private static final String DEVICES = "devices";

  private final PluginReader plugins;
  private final List<Problem> problems;

  SwapReader(PluginReader plugins, List<Problem> problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /**
   * Reads one change, which may consist of several.
   *
   * @param nextDevice the number of the next device that joins
   */
  Experiment read(Section entry, Experiment current, long nextDevice) {
    int before = problems.size();
    Map<Kind, PluginChoice> chosen = plugins(entry, current);
    List<DeviceSpec> devices = devices(entry, current, nextDevice);
    Training training = training(entry, current.training());
    long evaluateEvery = entry.integer("evaluateEvery", 1, Long.MAX_VALUE, current.evaluateEvery());
    entry
        .find(AdversariesReader.KEY)
        .or(() -> entry.find(Kind.ATTACK.key()))
        .ifPresent(
            node ->
                problems.add(
                    new Problem(
                        node.origin(),
                        "adversaries stay what they are while devices learn; other devices cannot"
                            + " become any")));
    entry.rejectOthers("key of a change");
    Experiment next = current.rewired(chosen, devices, training, evaluateEvery);
    if (problems.size() == before && entry.isEmpty()) {
      problems.add(new Problem(entry.origin(), "this changes nothing: name what shall be swapped"));
    }
    return next;
  }

  private Training training(Section entry, Training current) {
    if (current.privacy().isPresent()) {
      Stream.of("localSteps", "batch")
          .flatMap(key -> entry.find(key).stream())
          .forEach(
              node ->
                  problems.add(
                      new Problem(
                          node.origin(),
                          "with privacy this stays as it is while devices learn: the accountant"
                              + " counts on it")));
      return current;
    }
    return new Training(
        (int) entry.integer("localSteps", 1, Integer.MAX_VALUE, current.localSteps()),
        (int) entry.integer("batch", 1, Integer.MAX_VALUE, current.batch()));
  }

  private Map<Kind, PluginChoice> plugins(Section entry, Experiment current) {
    Map<Kind, PluginChoice> chosen = new EnumMap<>(current.plugins());
    current
        .plugins()
        .forEach(
            (kind, present) ->
                entry
                    .find(kind.key())
                    .flatMap(node -> swapped(present, node))
                    .ifPresent(choice -> chosen.put(kind, choice)));
    return chosen;
  }

  private Optional<PluginChoice> swapped(PluginChoice present, Node node) {
    if (present.kind() == Kind.DATA || present.kind() == Kind.PARTITION) {
      problems.add(
          new Problem(
              node.origin(),
              "the private data belong to the devices, and cannot be swapped while they learn"));
      return Optional.empty();
    }
    return plugins.read(present, node);
  }

  private List<DeviceSpec> devices(Section entry, Experiment current, long nextDevice) {
    List<DeviceSpec> devices = new ArrayList<>(current.devices());
    entry
        .find("leave")
        .ifPresent(
            node -> {
              Set<String> leaving = list(current).read(node);
              devices.removeIf(device -> leaving.contains(device.id()));
              if (devices.stream().allMatch(device -> device.attack().isPresent())) {
                String last = devices.isEmpty() ? "the last device" : "the last honest device";
                problems.add(new Problem(node.origin(), last + " cannot leave"));
              }
            });
    rebuilt(entry, current, devices);
    entry.find("join").ifPresent(node -> join(node, nextDevice, devices));
    return devices;
  }

  private void rebuilt(Section entry, Experiment current, List<DeviceSpec> devices) {
    Optional<Node> architecture = entry.find(Kind.ARCHITECTURE.key());
    Optional<Node> named = entry.find(DEVICES);
    if (architecture.isEmpty()) {
      named.ifPresent(
          node ->
              problems.add(
                  new Problem(
                      node.origin(),
                      "devices says whose architecture is swapped, but there is no architecture"
                          + " here; leave names its devices itself")));
      return;
    }
    Set<String> concerned =
        named
            .map(node -> list(current).read(node))
            .orElseGet(() -> new LinkedHashSet<>(current.deviceIds()));
    int before = problems.size();
    for (int n = 0; n < devices.size() && problems.size() == before; n++) {
      DeviceSpec device = devices.get(n);
      if (concerned.contains(device.id())) {
        int place = n;
        plugins
            .read(device.architecture(), architecture.get())
            .ifPresent(choice -> devices.set(place, device.withArchitecture(choice)));
      }
    }
  }

  private void join(Node node, long nextDevice, List<DeviceSpec> devices) {
    List<Node> newcomers =
        node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    long number = nextDevice;
    for (Node newcomer : newcomers) {
      Optional<PluginChoice> architecture = plugins.read(Kind.ARCHITECTURE, newcomer);
      if (architecture.isPresent()) {
        devices.add(new DeviceSpec(DeviceIds.of(number++), architecture.get()));
      }
    }
  }

  private DeviceList list(Experiment current) {
    return new DeviceList(current.deviceIds(), problems);
  }
}

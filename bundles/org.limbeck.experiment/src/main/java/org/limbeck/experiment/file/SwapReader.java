package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.limbeck.api.algorithm.Training;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads a change of an experiment: what it is like before gives what it is like after. */
final class SwapReader {
  private static final String DEVICES = "devices";

  private final PluginChoiceReader plugins;
  private final List<Problem> problems;

  SwapReader(PluginChoiceReader plugins, List<Problem> problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /**
   * Reads one change, which may consist of several.
   *
   * @param nextDevice the number of the next device that joins
   */
  Experiment read(YamlSection entry, Experiment current, long nextDevice) {
    int before = problems.size();
    Map<PluginKind, PluginChoice> chosen = plugins(entry, current);
    List<DeviceSpec> devices = devices(entry, current, nextDevice);
    Training training = training(entry, current.training());
    long evaluateEvery = entry.integer("evaluateEvery", 1, Long.MAX_VALUE, current.evaluateEvery());
    entry
        .find(AdversariesReader.KEY)
        .or(() -> entry.find(PluginKind.ATTACK.key()))
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

  private Training training(YamlSection entry, Training current) {
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

  private Map<PluginKind, PluginChoice> plugins(YamlSection entry, Experiment current) {
    Map<PluginKind, PluginChoice> chosen = new EnumMap<>(current.plugins());
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

  private Optional<PluginChoice> swapped(PluginChoice present, YamlNode node) {
    if (present.kind() == PluginKind.DATA || present.kind() == PluginKind.PARTITION) {
      problems.add(
          new Problem(
              node.origin(),
              "the private data belong to the devices, and cannot be swapped while they learn"));
      return Optional.empty();
    }
    return plugins.read(present, node);
  }

  private List<DeviceSpec> devices(YamlSection entry, Experiment current, long nextDevice) {
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

  private void rebuilt(YamlSection entry, Experiment current, List<DeviceSpec> devices) {
    Optional<YamlNode> architecture = entry.find(PluginKind.ARCHITECTURE.key());
    Optional<YamlNode> named = entry.find(DEVICES);
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

  private void join(YamlNode node, long nextDevice, List<DeviceSpec> devices) {
    List<YamlNode> newcomers =
        node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    long number = nextDevice;
    for (YamlNode newcomer : newcomers) {
      Optional<PluginChoice> architecture = plugins.read(PluginKind.ARCHITECTURE, newcomer);
      if (architecture.isPresent()) {
        devices.add(new DeviceSpec(DeviceIds.of(number++), architecture.get()));
      }
    }
  }

  private DeviceList list(Experiment current) {
    return new DeviceList(current.deviceIds(), problems);
  }
}

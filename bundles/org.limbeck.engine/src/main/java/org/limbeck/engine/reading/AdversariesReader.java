package org.limbeck.engine.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.yaml.Node;

/** Reads which devices of an experiment are adversaries: their ids or their number, and how. */
final class AdversariesReader {
  static final String KEY = "adversaries";
  private static final String DEVICES = "devices";

  private final PluginReader plugins;
  private final List<Problem> problems;

  AdversariesReader(PluginReader plugins, List<Problem> problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /** Returns the devices, some of them adversaries if the experiment says so. */
  List<DeviceSpec> read(Section root, List<DeviceSpec> devices) {
    return root.find(KEY).map(node -> lying(Section.of(node, problems), devices)).orElse(devices);
  }

  private List<DeviceSpec> lying(Section section, List<DeviceSpec> devices) {
    List<String> ids = devices.stream().map(DeviceSpec::id).toList();
    Optional<Node> who = section.require(DEVICES, "how many devices lie, or a list of their ids");
    Set<String> adversaries = who.map(node -> adversaries(node, ids)).orElse(Set.of());
    Optional<PluginChoice> how =
        section
            .require(Kind.ATTACK.key(), "the name of a plug-in, such as label-flip")
            .flatMap(node -> plugins.read(Kind.ATTACK, node));
    section.rejectOthers("key of adversaries");
    if (!ids.isEmpty() && adversaries.size() == ids.size()) {
      problems.add(new Problem(who.orElseThrow().origin(), "at least one device must be honest"));
    }
    return devices.stream()
        .map(
            device ->
                adversaries.contains(device.id())
                    ? how.map(device::lyingBy).orElse(device)
                    : device)
        .toList();
  }

  private Set<String> adversaries(Node node, List<String> ids) {
    if (!(node instanceof Node.Scalar scalar) || !(scalar.value() instanceof Long count)) {
      return new DeviceList(ids, problems).read(node);
    }
    if (count < 0 || count > ids.size()) {
      problems.add(
          new Problem(
              node.origin(),
              "from 0 to " + (ids.size() - 1) + " of the devices can lie, not " + count));
      return Set.of();
    }
    return spread(count.intValue(), ids);
  }

  /** Each is in the middle of its share of the devices. */
  private static Set<String> spread(int count, List<String> ids) {
    Set<String> spread = new LinkedHashSet<>();
    for (long n = 0; n < count; n++) {
      spread.add(ids.get((int) ((2 * n + 1) * ids.size() / (2L * count))));
    }
    return spread;
  }
}

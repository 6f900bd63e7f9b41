package org.limbeck.experiment.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads which devices of an experiment are adversaries: their ids or their number, and how. */
final class AdversariesReader {
  static final String KEY = "adversaries";
  private static final String DEVICES = "devices";

  private final PluginChoiceReader plugins;
  private final List<Problem> problems;

  AdversariesReader(PluginChoiceReader plugins, List<Problem> problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  /** Returns the devices, some of them adversaries if the experiment says so. */
  List<DeviceSpec> read(YamlSection root, List<DeviceSpec> devices) {
    return root.find(KEY)
        .map(node -> lying(YamlSection.of(node, problems), devices))
        .orElse(devices);
  }

  private List<DeviceSpec> lying(YamlSection section, List<DeviceSpec> devices) {
    List<String> ids = devices.stream().map(DeviceSpec::id).toList();
    Optional<YamlNode> who =
        section.require(DEVICES, "how many devices lie, or a list of their ids");
    Set<String> adversaries = who.map(node -> adversaries(node, ids)).orElse(Set.of());
    Optional<PluginChoice> how =
        section
            .require(PluginKind.ATTACK.key(), "the name of a plug-in, such as label-flip")
            .flatMap(node -> plugins.read(PluginKind.ATTACK, node));
    section.rejectOthers("key of adversaries");
    if (!ids.isEmpty() && adversaries.size() == ids.size()) {
      problems.add(new Problem(who.orElseThrow().origin(), "at least one device must be honest"));
    }
    return devices.stream()
        .map(
            device ->
                adversaries.contains(device.id())
                    ? how.map(device::withAttack).orElse(device)
                    : device)
        .toList();
  }

  private Set<String> adversaries(YamlNode node, List<String> ids) {
    if (!(node instanceof YamlNode.Scalar scalar) || !(scalar.value() instanceof Long count)) {
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

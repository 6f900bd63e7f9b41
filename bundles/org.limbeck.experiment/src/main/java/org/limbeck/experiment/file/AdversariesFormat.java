package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.yaml.YamlNode;

/**
 * Which devices of an experiment are adversaries: their ids or their number, and how. All
 * adversaries of an experiment lie in the same way.
 */
final class AdversariesFormat implements ValueFormat<List<DeviceSpec>> {
  static final String KEY = "adversaries";
  private static final String DEVICES = "devices";

  /** Returns whether there is an adversary among some devices. */
  static boolean areAmong(List<DeviceSpec> devices) {
    return devices.stream().anyMatch(AdversariesFormat::isAdversary);
  }

  /** Reads the devices again that an earlier key has given, some of them as adversaries. */
  @Override
  public List<DeviceSpec> read(ExperimentSource source, String key, List<DeviceSpec> ifWrong) {
    List<DeviceSpec> devices = source.experiment().build().devices();
    return source.root().group(key).map(group -> lying(source, group, devices)).orElse(devices);
  }

  @Override
  public Object write(List<DeviceSpec> devices) {
    List<DeviceSpec> adversaries = devices.stream().filter(AdversariesFormat::isAdversary).toList();
    Map<String, Object> group = new LinkedHashMap<>();
    group.put(DEVICES, adversaries.stream().map(DeviceSpec::id).toList());
    group.put(
        PluginKind.ATTACK.key(), PluginFormat.write(adversaries.get(0).attack().orElseThrow()));
    return group;
  }

  @Override
  public String form() {
    return "group of `devices` and `attack`";
  }

  private static boolean isAdversary(DeviceSpec device) {
    return device.attack().isPresent();
  }

  private List<DeviceSpec> lying(
      ExperimentSource source, YamlSection section, List<DeviceSpec> devices) {
    List<String> ids = devices.stream().map(DeviceSpec::id).toList();
    Optional<YamlNode> who =
        section.require(DEVICES, "how many devices lie, or a list of their ids");
    Set<String> adversaries = who.map(node -> adversaries(source, node, ids)).orElse(Set.of());
    Optional<PluginChoice> how =
        section
            .require(PluginKind.ATTACK.key(), "the name of a plug-in, such as label-flip")
            .flatMap(node -> source.plugins().read(PluginKind.ATTACK, node));
    section.rejectOthers("key of adversaries");
    if (!ids.isEmpty() && adversaries.size() == ids.size()) {
      source.complain(who.orElseThrow().origin(), "at least one device must be honest");
    }
    return devices.stream()
        .map(
            device ->
                adversaries.contains(device.id())
                    ? how.map(device::withAttack).orElse(device)
                    : device)
        .toList();
  }

  private Set<String> adversaries(ExperimentSource source, YamlNode node, List<String> ids) {
    if (!(node instanceof YamlNode.Scalar scalar) || !(scalar.value() instanceof Long count)) {
      return new DeviceList(ids, source.problems()).read(node);
    }
    if (count < 0 || count > ids.size()) {
      source.complain(
          node.origin(), "from 0 to " + (ids.size() - 1) + " of the devices can lie, not " + count);
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

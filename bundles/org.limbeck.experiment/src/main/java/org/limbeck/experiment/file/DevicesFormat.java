package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.yaml.YamlNode;

/** The devices in groups, without what makes some of them adversaries. */
final class DevicesFormat implements ValueFormat<List<DeviceSpec>> {
  private static final int MAX_DEVICES = 1_000_000;
  private static final int MAX_SLOWNESS = 1_000_000;

  @Override
  public List<DeviceSpec> read(ExperimentSource source, String key, List<DeviceSpec> ifWrong) {
    Optional<YamlNode> node = source.root().require(key, "a list of groups of devices");
    if (node.isPresent() && !(node.get() instanceof YamlNode.Sequence s && !s.items().isEmpty())) {
      source.complain(
          node.get().origin(),
          "a list of groups of devices belongs here, each with count and architecture");
    }
    List<DeviceSpec> devices = new ArrayList<>();
    if (node.orElse(null) instanceof YamlNode.Sequence groups) {
      Set<String> ids = new HashSet<>();
      for (YamlNode group : groups.items()) {
        List<DeviceSpec> members =
            group(source, YamlSection.of(group, source.problems()), devices.size() + 1);
        members.stream()
            .filter(device -> !ids.add(device.id()))
            .forEach(
                device ->
                    source.complain(
                        group.origin(), "there is a device " + device.id() + " already"));
        devices.addAll(members);
      }
    }
    return devices;
  }

  /**
   * Neighbours in the list with the same architecture make a group, if they are called as nameless
   * devices are.
   */
  @Override
  public Object write(List<DeviceSpec> devices) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (int first = 0; first < devices.size(); ) {
      DeviceSpec device = devices.get(first);
      int next = first + 1;
      Map<String, Object> group = new LinkedHashMap<>();
      if (isNameless(devices, first)) {
        while (next < devices.size()
            && isNameless(devices, next)
            && devices.get(next).architecture().equals(device.architecture())
            && devices.get(next).slowness() == device.slowness()) {
          next++;
        }
        group.put("count", next - first);
      } else {
        group.put("id", device.id());
      }
      group.put(PluginKind.ARCHITECTURE.key(), PluginFormat.write(device.architecture()));
      if (device.slowness() > 1) {
        group.put("slowness", device.slowness());
      }
      groups.add(group);
      first = next;
    }
    return groups;
  }

  @Override
  public String form() {
    return "list of groups of `count` or `id`, `architecture` and `slowness`";
  }

  private List<DeviceSpec> group(ExperimentSource source, YamlSection group, int first) {
    String id = group.find("id").map(node -> id(source, node)).orElse("");
    long count = group.integer("count", 1, id.isEmpty() ? MAX_DEVICES : 1, 1);
    Optional<PluginChoice> architecture =
        group
            .require(PluginKind.ARCHITECTURE.key(), "the name of a plug-in, such as mlp")
            .flatMap(node -> source.plugins().read(PluginKind.ARCHITECTURE, node));
    int slowness = (int) group.integer("slowness", 1, MAX_SLOWNESS, 1);
    group.rejectOthers("key of a group of devices");
    List<DeviceSpec> devices = new ArrayList<>();
    for (int i = 0; architecture.isPresent() && i < count; i++) {
      String name = id.isEmpty() ? DeviceIds.of(first + i) : id;
      devices.add(new DeviceSpec(name, architecture.get()).withSlowness(slowness));
    }
    return devices;
  }

  private String id(ExperimentSource source, YamlNode node) {
    String id = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    if (!DeviceSpec.isId(id)) {
      source.complain(
          node.origin(),
          "the id of a device belongs here: up to 64 lower-case letters, digits and hyphens, a"
              + " letter first; not "
              + node.inWords());
      return "";
    }
    return id;
  }

  private static boolean isNameless(List<DeviceSpec> devices, int place) {
    return devices.get(place).id().equals(DeviceIds.of(place + 1));
  }
}

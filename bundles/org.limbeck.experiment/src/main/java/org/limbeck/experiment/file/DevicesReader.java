package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads the groups of devices of an experiment. */
final class DevicesReader {
  private static final int MAX_DEVICES = 1_000_000;
  private static final int MAX_SLOWNESS = 1_000_000;

  private final PluginChoiceReader plugins;
  private final List<Problem> problems;

  DevicesReader(PluginChoiceReader plugins, List<Problem> problems) {
    this.plugins = plugins;
    this.problems = problems;
  }

  List<DeviceSpec> read(YamlSection root) {
    Optional<YamlNode> node = root.require("devices", "a list of groups of devices");
    if (node.isPresent() && !(node.get() instanceof YamlNode.Sequence s && !s.items().isEmpty())) {
      problems.add(
          new Problem(
              node.get().origin(),
              "a list of groups of devices belongs here, each with count and architecture"));
    }
    List<DeviceSpec> devices = new ArrayList<>();
    if (node.orElse(null) instanceof YamlNode.Sequence groups) {
      Set<String> ids = new HashSet<>();
      for (YamlNode group : groups.items()) {
        List<DeviceSpec> members = group(YamlSection.of(group, problems), devices.size() + 1);
        members.stream()
            .filter(device -> !ids.add(device.id()))
            .forEach(
                device ->
                    problems.add(
                        new Problem(
                            group.origin(), "there is a device " + device.id() + " already")));
        devices.addAll(members);
      }
    }
    return devices;
  }

  private List<DeviceSpec> group(YamlSection group, int first) {
    String id = group.find("id").map(this::id).orElse("");
    long count = group.integer("count", 1, id.isEmpty() ? MAX_DEVICES : 1, 1);
    Optional<PluginChoice> architecture =
        group
            .require(PluginKind.ARCHITECTURE.key(), "the name of a plug-in, such as mlp")
            .flatMap(node -> plugins.read(PluginKind.ARCHITECTURE, node));
    int slowness = (int) group.integer("slowness", 1, MAX_SLOWNESS, 1);
    group.rejectOthers("key of a group of devices");
    List<DeviceSpec> devices = new ArrayList<>();
    for (int i = 0; architecture.isPresent() && i < count; i++) {
      String name = id.isEmpty() ? DeviceIds.of(first + i) : id;
      devices.add(new DeviceSpec(name, architecture.get()).withSlowness(slowness));
    }
    return devices;
  }

  private String id(YamlNode node) {
    String id = node instanceof YamlNode.Scalar scalar ? String.valueOf(scalar.value()) : "";
    if (!DeviceIds.isValid(id)) {
      problems.add(
          new Problem(
              node.origin(),
              "the id of a device belongs here: up to 64 lower-case letters, digits and hyphens, a"
                  + " letter first; not "
                  + node.inWords()));
      return "";
    }
    return id;
  }
}

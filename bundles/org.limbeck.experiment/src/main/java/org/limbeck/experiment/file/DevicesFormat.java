package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.PluginKind;

/** The devices in groups, without what makes some of them adversaries. */
final class DevicesFormat implements ValueFormat<List<DeviceSpec>> {

  @Override
  public List<DeviceSpec> read(ExperimentSource source, String key, List<DeviceSpec> ifWrong) {
    return new DevicesReader(source.plugins(), source.problems()).read(source.root());
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

  private static boolean isNameless(List<DeviceSpec> devices, int place) {
    return devices.get(place).id().equals(DeviceIds.of(place + 1));
  }
}

package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.PluginKind;

/** Which devices are adversaries. All adversaries of an experiment lie in the same way. */
final class AdversariesFormat implements ValueFormat<List<DeviceSpec>> {

  /** Returns whether there is an adversary among some devices. */
  static boolean areAmong(List<DeviceSpec> devices) {
    return devices.stream().anyMatch(AdversariesFormat::isAdversary);
  }

  /** Reads the devices again that an earlier key has given, some of them as adversaries. */
  @Override
  public List<DeviceSpec> read(ExperimentSource source, String key, List<DeviceSpec> ifWrong) {
    return new AdversariesReader(source.plugins(), source.problems())
        .read(source.root(), source.experiment().build().devices());
  }

  @Override
  public Object write(List<DeviceSpec> devices) {
    List<DeviceSpec> adversaries = devices.stream().filter(AdversariesFormat::isAdversary).toList();
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("devices", adversaries.stream().map(DeviceSpec::id).toList());
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
}

package org.limbeck.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.limbeck.api.event.Change;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.SwappableNumber;

/** What is different between two experiments, in words. */
final class ExperimentDiff {
  private final Experiment before;
  private final Experiment after;
  private final List<Change> changes = new ArrayList<>();

  private ExperimentDiff(Experiment before, Experiment after) {
    this.before = before;
    this.after = after;
  }

  static List<Change> between(Experiment before, Experiment after) {
    ExperimentDiff changes = new ExperimentDiff(before, after);
    changes.comparePlugins();
    changes.compareDevices();
    Stream.of(SwappableNumber.values()).forEach(changes::compareNumber);
    return changes.changes;
  }

  private void comparePlugins() {
    before
        .plugins()
        .forEach(
            (kind, former) -> {
              PluginChoice latter = after.plugin(kind);
              if (!former.equals(latter)) {
                add(kind.key(), former, latter, after.deviceIds());
              }
            });
  }

  private void compareDevices() {
    Map<PluginChoice, Map<PluginChoice, List<String>>> rebuilt = new LinkedHashMap<>();
    for (DeviceSpec device : after.devices()) {
      before
          .device(device.id())
          .map(DeviceSpec::architecture)
          .filter(former -> !former.equals(device.architecture()))
          .ifPresent(
              former ->
                  rebuilt
                      .computeIfAbsent(former, f -> new LinkedHashMap<>())
                      .computeIfAbsent(device.architecture(), l -> new ArrayList<>())
                      .add(device.id()));
    }
    rebuilt.forEach(
        (former, latters) ->
            latters.forEach(
                (latter, ids) -> add(PluginKind.ARCHITECTURE.key(), former, latter, ids)));
    for (DeviceSpec device : before.devices()) {
      if (after.device(device.id()).isEmpty()) {
        changes.add(new Change("leave", device.architecture().text(), "", List.of(device.id())));
      }
    }
    for (DeviceSpec device : after.devices()) {
      if (before.device(device.id()).isEmpty()) {
        changes.add(new Change("join", "", device.architecture().text(), List.of(device.id())));
      }
    }
  }

  private void compareNumber(SwappableNumber number) {
    String former = String.valueOf(number.of(before));
    String latter = String.valueOf(number.of(after));
    if (!former.equals(latter)) {
      changes.add(new Change(number.key(), former, latter, after.deviceIds()));
    }
  }

  /** Where the plug-in stays, only options that differ are named. */
  private void add(String kind, PluginChoice former, PluginChoice latter, List<String> devices) {
    boolean sameName = former.name().equals(latter.name());
    Map<String, Object> from = new TreeMap<>(former.options());
    Map<String, Object> to = new TreeMap<>(latter.options());
    if (sameName) {
      from.entrySet().removeAll(latter.options().entrySet());
      to.entrySet().removeAll(former.options().entrySet());
    }
    changes.add(
        new Change(
            kind,
            PluginChoice.text(former.name(), from),
            PluginChoice.text(latter.name(), to),
            devices));
  }
}

package org.limbeck.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.limbeck.deploy.ConfigurationUpdate;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/** Turns options that someone sets from outside into a change of those who use the plug-in. */
final class ConfigurationSwap {

  private ConfigurationSwap() {}

  /** Returns the change; empty if nobody uses the plug-in. */
  static Optional<String> of(ConfigurationUpdate edit, Experiment experiment) {
    String options =
        new TreeMap<>(edit.options())
            .entrySet().stream()
                .map(option -> option.getKey() + ": " + option.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    if (edit.kind() == PluginKind.ARCHITECTURE) {
      List<String> users =
          experiment.devices().stream()
              .filter(device -> device.architecture().name().equals(edit.name()))
              .map(DeviceSpec::id)
              .toList();
      return users.isEmpty()
          ? Optional.empty()
          : Optional.of("{architecture: " + options + ", devices: " + users + "}");
    }
    return Optional.ofNullable(experiment.plugin(edit.kind()))
        .filter(choice -> choice.name().equals(edit.name()))
        .map(choice -> "{" + edit.kind().key() + ": " + options + "}");
  }
}

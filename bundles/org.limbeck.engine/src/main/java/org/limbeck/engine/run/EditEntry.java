package org.limbeck.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.limbeck.engine.dropin.ConfigurationEdit;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;

/** Turns options that someone sets from outside into a change of those who use the plug-in. */
final class EditEntry {

  private EditEntry() {}

  /** Returns the change; empty if nobody uses the plug-in. */
  static Optional<String> of(ConfigurationEdit edit, Experiment experiment) {
    String options =
        new TreeMap<>(edit.options())
            .entrySet().stream()
                .map(option -> option.getKey() + ": " + option.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    if (edit.kind() == Kind.ARCHITECTURE) {
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

package org.limbeck.engine.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.limbeck.deploy.ConfigurationUpdate;
import org.limbeck.experiment.DeviceSelection;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.PluginRequest;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.SwapPart;
import org.limbeck.experiment.yaml.YamlParser;

/** Makes a swap of the options that someone sets from outside, for those who use the plug-in. */
final class ConfigurationSwap {

  private ConfigurationSwap() {}

  /**
   * Returns the swap; empty if nobody uses the plug-in.
   *
   * @throws InvalidInputException if a value is not YAML
   */
  static Optional<Swap> of(ConfigurationUpdate update, Experiment experiment) {
    if (update.kind() == PluginKind.ARCHITECTURE) {
      List<String> users =
          experiment.devices().stream()
              .filter(device -> device.architecture().name().equals(update.name()))
              .map(DeviceSpec::id)
              .toList();
      return users.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Swap.of(
                  new SwapPart.ArchitectureSwap(request(update)),
                  new SwapPart.SwapScope(DeviceSelection.of(users))));
    }
    return Optional.ofNullable(experiment.plugin(update.kind()))
        .filter(choice -> choice.name().equals(update.name()))
        .map(choice -> Swap.of(new SwapPart.PluginSwap(update.kind(), request(update))));
  }

  private static PluginRequest request(ConfigurationUpdate update) {
    Map<String, Object> options = new TreeMap<>();
    Origin origin = new Origin(update.source(), 0, "");
    update
        .options()
        .forEach(
            (option, value) -> options.put(option, new YamlParser().parse(value, origin).value()));
    return new PluginRequest.ByKeys(options);
  }
}

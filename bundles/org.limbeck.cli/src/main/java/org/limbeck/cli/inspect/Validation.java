package org.limbeck.cli.inspect;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;

/**
 * A valid experiment as {@code limbeck validate --json} writes it: the components are its keys.
 *
 * @param file where it stands
 * @param experiment its name
 * @param seed the seed of all randomness
 * @param rounds how many rounds it lasts
 * @param devices the ids of its devices
 * @param adversaries those of them that lie
 * @param warnings what is not wrong with it, but hardly meant
 */
record Validation(
    String file,
    String experiment,
    long seed,
    long rounds,
    List<String> devices,
    List<String> adversaries,
    List<String> warnings) {

  static Validation of(Path file, Experiment experiment, List<String> concerns) {
    return new Validation(
        file.toString(),
        experiment.name(),
        experiment.seed(),
        experiment.rounds(),
        experiment.deviceIds(),
        experiment.devices().stream()
            .filter(device -> device.attack().isPresent())
            .map(DeviceSpec::id)
            .toList(),
        concerns);
  }
}

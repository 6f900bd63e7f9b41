package org.limbeck.engine.experiment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.algorithm.Training;

/**
 * An experiment whose every value is known and valid. Immutable.
 *
 * @param name its name: letters, digits, dots, hyphens and underscores
 * @param description what it shows, in a sentence or two; may be empty
 * @param seed the seed of all randomness
 * @param rounds how many rounds it lasts, at least 1
 * @param evaluateEvery rounds between two evaluations, at least 1
 * @param training how much a device trains in a round
 * @param plugins the plug-in of every kind but architecture
 * @param baselineAlgorithm the algorithm that the experiment is compared with, if any
 * @param devices the devices, at least one
 */
public record Experiment(
    String name,
    String description,
    long seed,
    long rounds,
    long evaluateEvery,
    Training training,
    Map<Kind, PluginChoice> plugins,
    Optional<PluginChoice> baselineAlgorithm,
    List<DeviceSpec> devices) {

  /** Copies the collections. */
  public Experiment {
    plugins = Collections.unmodifiableMap(new EnumMap<>(plugins));
    devices = List.copyOf(devices);
  }

  /** Returns the plug-in of a kind other than architecture. */
  public PluginChoice plugin(Kind kind) {
    return plugins.get(kind);
  }

  /** Returns the same experiment with another seed. */
  public Experiment withSeed(long otherSeed) {
    return new Experiment(
        name,
        description,
        otherSeed,
        rounds,
        evaluateEvery,
        training,
        plugins,
        baselineAlgorithm,
        devices);
  }

  /**
   * Returns the experiment to compare this one with: the same but for the algorithm, evaluated only
   * at its ends. Empty if there is none, or if it would be this experiment itself.
   */
  public Optional<Experiment> baseline() {
    return baselineAlgorithm
        .filter(algorithm -> !algorithm.equals(plugin(Kind.ALGORITHM)))
        .map(this::withAlgorithm);
  }

  private Experiment withAlgorithm(PluginChoice algorithm) {
    Map<Kind, PluginChoice> changed = new EnumMap<>(plugins);
    changed.put(Kind.ALGORITHM, algorithm);
    return new Experiment(
        name, description, seed, rounds, rounds, training, changed, Optional.empty(), devices);
  }
}

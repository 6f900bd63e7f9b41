package org.limbeck.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.algorithm.Training;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.mixing.MixingWeights;

/**
 * An experiment whose every value is known and valid. Immutable. {@link ExperimentBuilder} makes
 * and changes experiments value by value.
 *
 * @param name its name: letters, digits, dots, hyphens and underscores
 * @param description what it shows, in a sentence or two; may be empty
 * @param seed the seed of all randomness
 * @param rounds how many rounds it lasts, at least 1
 * @param evaluateEvery rounds between two evaluations, at least 1
 * @param checkpointEvery rounds between two checkpoints, at least 1
 * @param training how much a device trains in a round
 * @param handover how a new model learns before it takes over
 * @param trigger which rows of a round a device sends
 * @param mixing how much devices make of what their neighbours send
 * @param pace whether devices wait for each other
 * @param plugins the plug-in of every kind that devices share
 * @param baselineAlgorithm the algorithm that the experiment is compared with, if any
 * @param devices the devices, at least one, each with an id of its own
 * @param swaps what changes on the way, in ascending order of rounds
 * @param observers the plug-ins that write the run down elsewhere, each once
 */
public record Experiment(
    String name,
    String description,
    long seed,
    long rounds,
    long evaluateEvery,
    long checkpointEvery,
    Training training,
    HandoverSettings handover,
    EventTrigger trigger,
    MixingWeights mixing,
    ExecutionMode pace,
    Map<PluginKind, PluginChoice> plugins,
    Optional<PluginChoice> baselineAlgorithm,
    List<DeviceSpec> devices,
    List<ScheduledSwap> swaps,
    List<PluginChoice> observers) {

  /** Copies the collections. */
  public Experiment {
    plugins = Collections.unmodifiableMap(new EnumMap<>(plugins));
    devices = List.copyOf(devices);
    swaps = List.copyOf(swaps);
    observers = List.copyOf(observers);
  }

  /** Returns the plug-in of a kind that devices share. */
  public PluginChoice plugin(PluginKind kind) {
    return plugins.get(kind);
  }

  /**
   * Returns all plug-ins: one of each kind that devices share, the architecture and the attack of
   * each device, and the observers.
   */
  public List<PluginChoice> choices() {
    List<PluginChoice> choices = new ArrayList<>(plugins.values());
    devices.forEach(
        device -> {
          choices.add(device.architecture());
          device.attack().ifPresent(choices::add);
        });
    choices.addAll(observers);
    return choices;
  }

  /** Returns the ids of the devices in their order. */
  public List<String> deviceIds() {
    return devices.stream().map(DeviceSpec::id).toList();
  }

  /** Returns the device with an id, if there is one. */
  public Optional<DeviceSpec> device(String id) {
    return devices.stream().filter(device -> device.id().equals(id)).findFirst();
  }

  /** Returns a builder that begins with the values of this experiment. */
  public ExperimentBuilder toBuilder() {
    return new ExperimentBuilder(this);
  }

  /** Returns the same experiment with another seed. */
  public Experiment withSeed(long other) {
    return toBuilder().seed(other).build();
  }

  /** Returns the same experiment with other swaps on the way. */
  public Experiment withSwaps(List<ScheduledSwap> other) {
    return toBuilder().swaps(other).build();
  }

  /**
   * Returns the experiment to compare this one with: the same but for the algorithm, without swaps,
   * evaluated only at its ends. Empty if there is none, or if it would be this experiment itself.
   */
  public Optional<Experiment> baseline() {
    return baselineAlgorithm
        .filter(algorithm -> !algorithm.equals(plugin(PluginKind.ALGORITHM)))
        .map(this::withAlgorithm);
  }

  /** Returns the same experiment with a transport that does not leave the process. */
  public Experiment inThisProcess() {
    PluginChoice transport = plugin(PluginKind.TRANSPORT);
    return transport == null
        ? this
        : toBuilder()
            .plugin(
                new PluginChoice(PluginKind.TRANSPORT, "in-process", Map.of(), transport.origin()))
            .build();
  }

  private Experiment withAlgorithm(PluginChoice algorithm) {
    return toBuilder()
        .plugin(algorithm)
        .baselineAlgorithm(Optional.empty())
        .evaluateEvery(rounds)
        .swaps(List.of())
        .build();
  }
}

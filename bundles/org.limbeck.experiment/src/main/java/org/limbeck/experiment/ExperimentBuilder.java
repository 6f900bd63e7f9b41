package org.limbeck.experiment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.api.algorithm.Training;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.mixing.MixingWeights;

/**
 * Makes an experiment value by value. What is not set is what holds where an experiment file says
 * nothing; {@code rounds} is 1, and there are no plug-ins and no devices. Used by one thread.
 */
public final class ExperimentBuilder {
  private String name = "";
  private String description = "";
  private long seed = 1;
  private long rounds = 1;
  private long evaluateEvery = 100;
  private long checkpointEvery = 100;
  private Training training = new Training(1, 32);
  private HandoverSettings handover = HandoverSettings.DEFAULT;
  private EventTrigger trigger = EventTrigger.NONE;
  private MixingWeights mixing = MixingWeights.METROPOLIS;
  private ExecutionMode pace = ExecutionMode.LOCK_STEP;
  private Map<PluginKind, PluginChoice> plugins = new EnumMap<>(PluginKind.class);
  private Optional<PluginChoice> baselineAlgorithm = Optional.empty();
  private List<DeviceSpec> devices = List.of();
  private List<ScheduledSwap> swaps = List.of();
  private List<PluginChoice> observers = List.of();

  /** Begins with what holds where nothing is said. */
  public ExperimentBuilder() {}

  /** Begins with the values of an experiment. */
  ExperimentBuilder(Experiment experiment) {
    name = experiment.name();
    description = experiment.description();
    seed = experiment.seed();
    rounds = experiment.rounds();
    evaluateEvery = experiment.evaluateEvery();
    checkpointEvery = experiment.checkpointEvery();
    training = experiment.training();
    handover = experiment.handover();
    trigger = experiment.trigger();
    mixing = experiment.mixing();
    pace = experiment.pace();
    plugins.putAll(experiment.plugins());
    baselineAlgorithm = experiment.baselineAlgorithm();
    devices = experiment.devices();
    swaps = experiment.swaps();
    observers = experiment.observers();
  }

  /** Makes the experiment of what has been set so far. */
  public Experiment build() {
    return new Experiment(
        name,
        description,
        seed,
        rounds,
        evaluateEvery,
        checkpointEvery,
        training,
        handover,
        trigger,
        mixing,
        pace,
        plugins,
        baselineAlgorithm,
        devices,
        swaps,
        observers);
  }

  /** Sets the name. */
  public ExperimentBuilder name(String value) {
    name = value;
    return this;
  }

  /** Sets what it shows. */
  public ExperimentBuilder description(String value) {
    description = value;
    return this;
  }

  /** Sets the seed of all randomness. */
  public ExperimentBuilder seed(long value) {
    seed = value;
    return this;
  }

  /** Sets how many rounds it lasts. */
  public ExperimentBuilder rounds(long value) {
    rounds = value;
    return this;
  }

  /** Sets the rounds between two evaluations. */
  public ExperimentBuilder evaluateEvery(long value) {
    evaluateEvery = value;
    return this;
  }

  /** Sets the rounds between two checkpoints. */
  public ExperimentBuilder checkpointEvery(long value) {
    checkpointEvery = value;
    return this;
  }

  /** Sets how much a device trains in a round, and how. */
  public ExperimentBuilder training(Training value) {
    training = value;
    return this;
  }

  /** Sets the training steps of a device per round, in the range of an int. */
  public ExperimentBuilder localSteps(long value) {
    return training(new Training((int) value, training.batch(), training.privacy()));
  }

  /** Sets the private rows per training step, in the range of an int. */
  public ExperimentBuilder batch(long value) {
    return training(new Training(training.localSteps(), (int) value, training.privacy()));
  }

  /** Sets how private rows are protected, if they are. */
  public ExperimentBuilder privacy(Optional<Privacy> value) {
    return training(new Training(training.localSteps(), training.batch(), value));
  }

  /** Sets how a new model learns before it takes over. */
  public ExperimentBuilder handover(HandoverSettings value) {
    handover = value;
    return this;
  }

  /** Sets which rows of a round a device sends. */
  public ExperimentBuilder trigger(EventTrigger value) {
    trigger = value;
    return this;
  }

  /** Sets how much a neighbour's soft decisions weigh. */
  public ExperimentBuilder mixing(MixingWeights value) {
    mixing = value;
    return this;
  }

  /** Sets whether devices wait for each other. */
  public ExperimentBuilder pace(ExecutionMode value) {
    pace = value;
    return this;
  }

  /** Sets all plug-ins that devices share. */
  public ExperimentBuilder plugins(Map<PluginKind, PluginChoice> value) {
    plugins = new EnumMap<>(PluginKind.class);
    plugins.putAll(value);
    return this;
  }

  /** Sets the plug-in of its kind. */
  public ExperimentBuilder plugin(PluginChoice value) {
    plugins.put(value.kind(), value);
    return this;
  }

  /** Sets the algorithm to compare with, if any. */
  public ExperimentBuilder baselineAlgorithm(Optional<PluginChoice> value) {
    baselineAlgorithm = value;
    return this;
  }

  /** Sets the devices. */
  public ExperimentBuilder devices(List<DeviceSpec> value) {
    devices = value;
    return this;
  }

  /** Sets what changes on the way. */
  public ExperimentBuilder swaps(List<ScheduledSwap> value) {
    swaps = value;
    return this;
  }

  /** Sets what writes the run down elsewhere. */
  public ExperimentBuilder observers(List<PluginChoice> value) {
    observers = value;
    return this;
  }
}

package org.limbeck.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.SplitPlacement;
import org.limbeck.engine.round.RoundExecutor;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.experiment.Experiment;

/** Some devices of an experiment, which sign what they send, while the others are elsewhere. */
record SignedPart(Experiment experiment, PluginSet pluginSet, List<Integer> places, KeyRing keys) {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** Decides after each round whether there is another one. */
  @FunctionalInterface
  interface Condition {
    boolean holds(long round, List<RunEvent> told);
  }

  /** Makes keys of as many devices as a run has. */
  static KeyRing keys(int devices) {
    Map<String, DeviceKeys> keys =
        IntStream.rangeClosed(1, devices)
            .mapToObj(n -> "device-" + n)
            .collect(Collectors.toMap(id -> id, DeviceKeys::generate));
    return new KeyRing("keys", keys);
  }

  /** Does rounds while a condition holds, evaluates, and adds all that is told. */
  List<RunEvent> run(Condition condition, List<RunEvent> told) throws InterruptedException {
    try (SplitPlacement placement =
            new SplitPlacement(
                experiment, pluginSet, places, Optional.of(keys), List.of(0L), TIMEOUT);
        DeviceNetwork network = new DeviceFactory(experiment, pluginSet, placement).assemble();
        WorkerPool workers = new WorkerPool(1)) {
      placement.begin(Optional.of(network.graph()));
      placement.run().ifPresent(run -> network.devices().forEach(device -> device.bind(run)));
      RoundExecutor rounds = new RoundExecutor(workers, TIMEOUT, told::add);
      long round = 0;
      while (condition.holds(round, told)) {
        rounds.step(network, round++);
      }
      rounds.evaluate(network, round);
    }
    return told;
  }
}

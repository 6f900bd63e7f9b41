package org.limbeck.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;

/** Keeps what is known of a run, for those who ask while it goes on. Safe for several threads. */
final class RunStatusTracker implements RunObserver {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<String, DeviceRound> lastRounds = new HashMap<>();
  private final Map<String, DeviceEvaluation> lastEvaluations = new HashMap<>();
  private final Map<String, Long> payloadSent = new HashMap<>();
  private final List<Rewired> swaps = new ArrayList<>();
  private List<DeviceDescription> devices = List.of();
  private List<Edge> edges = List.of();
  private Experiment experiment;
  private long roundNanos = System.nanoTime();

  RunStatusTracker(Experiment experiment) {
    this.experiment = experiment;
  }

  @Override
  public synchronized void on(RunEvent event) {
    if (event instanceof RunStarted started) {
      devices = started.devices();
      edges = started.edges();
    } else if (event instanceof RoundCompleted completed) {
      roundNanos = System.nanoTime();
      for (DeviceRound device : completed.devices()) {
        lastRounds.put(device.device(), device);
        payloadSent.merge(device.device(), device.sent().payloadBytes(), Long::sum);
      }
    } else if (event instanceof RoundEvaluated evaluated) {
      evaluated.devices().forEach(device -> lastEvaluations.put(device.device(), device));
    } else if (event instanceof Rewired rewired) {
      swaps.add(rewired);
      devices = rewired.devices();
      edges = rewired.edges();
    }
  }

  synchronized void rebuiltAs(Experiment current) {
    experiment = current;
  }

  synchronized RunStatus status(RunStatus.State state, String reason, long round, long rounds) {
    Map<String, String> plugins = new TreeMap<>();
    experiment.plugins().forEach((kind, choice) -> plugins.put(kind.key(), choice.text()));
    return new RunStatus(
        experiment.name(),
        state,
        reason,
        round,
        rounds,
        (System.nanoTime() - roundNanos) / NANOS_PER_SECOND,
        plugins,
        devices.stream().map(this::status).toList(),
        edges,
        swaps);
  }

  private DeviceStatus status(DeviceDescription device) {
    DeviceRound round = lastRounds.get(device.id());
    DeviceEvaluation evaluation = lastEvaluations.get(device.id());
    return new DeviceStatus(
        device.id(),
        experiment
            .device(device.id())
            .map(DeviceSpec::architecture)
            .map(PluginChoice::text)
            .orElse(device.architecture()),
        device.parameters(),
        device.privateRows(),
        evaluation == null ? Double.NaN : evaluation.testAccuracy(),
        round == null ? Double.NaN : round.localLoss(),
        round == null ? Double.NaN : round.distillationLoss(),
        payloadSent.getOrDefault(device.id(), 0L));
  }
}

package org.limbeck.engine.round;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.evaluation.NetworkEvaluator;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.server.AveragingServer;

/**
 * Runs rounds with all devices in step: no device finishes a round before all have begun it. One
 * way of running devices; they themselves do not rely on it.
 */
public final class RoundExecutor {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final WorkerPool workers;
  private final Duration timeout;
  private final Consumer<RunEvent> events;
  private final Workspace waiting = new Workspace();

  /**
   * Makes a runner that tells what happens to {@code events}.
   *
   * @param timeout how long to wait for frames from other processes
   */
  public RoundExecutor(WorkerPool workers, Duration timeout, Consumer<RunEvent> events) {
    this.workers = workers;
    this.timeout = timeout;
    this.events = events;
  }

  /**
   * Does one round.
   *
   * @throws InterruptedException if this thread is interrupted while it waits for frames from other
   *     processes; the round is half done then
   */
  public void step(DeviceNetwork network, long round) throws InterruptedException {
    List<DeviceRuntime> devices =
        network.devices().stream().filter(device -> device.takesPart(round)).toList();
    network.meet(round).forEach(events);
    workers.forEach(
        devices, (device, workspace) -> device.begin(device.ownRounds(round), workspace));
    network
        .server()
        .filter(AveragingServer::isUsed)
        .ifPresent(
            server ->
                workers.forEach(List.of(server), (one, workspace) -> one.answer(round, workspace)));
    network.await(round, waiting, PAUSE, timeout);
    workers.forEach(
        devices, (device, workspace) -> device.finish(device.ownRounds(round), workspace));
    List<DeviceRound> reports = devices.stream().map(DeviceRuntime::report).toList();
    events.accept(new RoundCompleted(round, reports));
  }

  /**
   * Evaluates the devices.
   *
   * @param rounds the number of rounds completed
   */
  public void evaluate(DeviceNetwork network, long rounds) {
    NetworkEvaluator evaluator = new NetworkEvaluator(network, workers);
    List<DeviceEvaluation> evaluations = evaluator.evaluate();
    if (!network.placement().isWhole()) {
      events.accept(new DecisionsTaken(rounds, evaluator.decisions()));
    }
    events.accept(new RoundEvaluated(rounds, evaluations));
  }
}

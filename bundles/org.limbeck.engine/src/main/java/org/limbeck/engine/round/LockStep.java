package org.limbeck.engine.round;

import java.util.List;
import java.util.function.Consumer;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.evaluation.Evaluator;

/**
 * Runs rounds with all devices in step: no device finishes a round before all have begun it. One
 * way of running devices; they themselves do not rely on it.
 */
public final class LockStep {
  private final Network network;
  private final Workers workers;
  private final Evaluator evaluator;
  private final Consumer<RunEvent> events;

  /** Makes a runner that tells what happens to {@code events}. */
  public LockStep(Network network, Workers workers, Consumer<RunEvent> events) {
    this.network = network;
    this.workers = workers;
    this.evaluator = new Evaluator(network, workers);
    this.events = events;
  }

  /**
   * Runs all rounds.
   *
   * @param rounds how many
   * @param evaluateEvery rounds between evaluations; the devices are evaluated at both ends too
   * @throws InterruptedException if this thread is interrupted
   */
  public void run(long rounds, long evaluateEvery) throws InterruptedException {
    evaluate(0);
    for (long round = 0; round < rounds; round++) {
      step(round);
      if ((round + 1) % evaluateEvery == 0 || round + 1 == rounds) {
        evaluate(round + 1);
      }
    }
    events.accept(new RunCompleted(rounds));
  }

  private void step(long round) throws InterruptedException {
    List<DeviceRuntime> devices = network.devices();
    workers.forEach(devices, device -> device.begin(round));
    workers.forEach(devices, device -> device.finish(round));
    List<DeviceRound> reports = devices.stream().map(DeviceRuntime::report).toList();
    events.accept(new RoundCompleted(round, reports));
  }

  private void evaluate(long round) throws InterruptedException {
    events.accept(new RoundEvaluated(round, evaluator.evaluate()));
  }
}

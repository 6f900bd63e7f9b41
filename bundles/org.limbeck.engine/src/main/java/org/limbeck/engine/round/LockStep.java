package org.limbeck.engine.round;

import java.util.List;
import java.util.function.Consumer;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.device.Server;
import org.limbeck.engine.evaluation.Evaluator;

/**
 * Runs rounds with all devices in step: no device finishes a round before all have begun it. One
 * way of running devices; they themselves do not rely on it.
 */
public final class LockStep {
  private final Workers workers;
  private final Consumer<RunEvent> events;

  /** Makes a runner that tells what happens to {@code events}. */
  public LockStep(Workers workers, Consumer<RunEvent> events) {
    this.workers = workers;
    this.events = events;
  }

  /** Does one round. */
  public void step(Network network, long round) {
    List<DeviceRuntime> devices = network.devices();
    network.meet(round);
    workers.forEach(devices, (device, workspace) -> device.begin(round, workspace));
    network
        .server()
        .filter(Server::isUsed)
        .ifPresent(
            server ->
                workers.forEach(List.of(server), (one, workspace) -> one.answer(round, workspace)));
    workers.forEach(devices, (device, workspace) -> device.finish(round, workspace));
    List<DeviceRound> reports = devices.stream().map(DeviceRuntime::report).toList();
    events.accept(new RoundCompleted(round, reports));
  }

  /**
   * Evaluates the devices.
   *
   * @param rounds the number of rounds completed
   */
  public void evaluate(Network network, long rounds) {
    events.accept(new RoundEvaluated(rounds, new Evaluator(network, workers).evaluate()));
  }
}

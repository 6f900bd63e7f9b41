package org.limbeck.engine.evaluation;

import java.util.List;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.engine.consensus.Agreement;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.worker.WorkerPool;

/** Judges the devices of a network between two rounds, and changes nothing. */
public final class NetworkEvaluator {
  private final DeviceNetwork network;
  private final WorkerPool workers;
  private final List<DeviceEvaluator> evaluators;

  /** Makes an evaluator. */
  public NetworkEvaluator(DeviceNetwork network, WorkerPool workers) {
    this.network = network;
    this.workers = workers;
    this.evaluators =
        network.devices().stream()
            .map(device -> new DeviceEvaluator(device, network.reference(), network.test()))
            .toList();
  }

  /**
   * Evaluates every device. Where some are in other processes, nothing that compares a device with
   * all others is known.
   *
   * @return the evaluations in the order of the devices
   */
  public List<DeviceEvaluation> evaluate() {
    workers.forEach(evaluators, DeviceEvaluator::measure);
    if (!network.placement().isWhole()) {
      return evaluators.stream().map(DeviceEvaluator::apart).toList();
    }
    Agreement agreement = new Agreement(honest(evaluators), network.devices().get(0).classes());
    return evaluators.stream().map(evaluator -> evaluator.compare(agreement)).toList();
  }

  /** Returns what the devices thought when they were evaluated, in their order. */
  public List<DeviceDecisions> decisions() {
    return evaluators.stream().map(DeviceEvaluator::thinks).toList();
  }

  private static List<float[]> honest(List<DeviceEvaluator> evaluators) {
    return evaluators.stream()
        .filter(evaluator -> !evaluator.isAdversary())
        .map(DeviceEvaluator::decisions)
        .toList();
  }
}

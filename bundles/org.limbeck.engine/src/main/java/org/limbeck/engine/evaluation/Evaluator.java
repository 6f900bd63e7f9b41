package org.limbeck.engine.evaluation;

import java.util.List;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.engine.consensus.Agreement;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.round.Workers;

/** Judges the devices of a network between two rounds, and changes nothing. */
public final class Evaluator {
  private final Network network;
  private final Workers workers;
  private final List<DeviceJudge> judges;

  /** Makes an evaluator. */
  public Evaluator(Network network, Workers workers) {
    this.network = network;
    this.workers = workers;
    this.judges =
        network.devices().stream()
            .map(device -> new DeviceJudge(device, network.reference(), network.test()))
            .toList();
  }

  /**
   * Evaluates every device. Where some are in other processes, nothing that compares a device with
   * all others is known.
   *
   * @return the evaluations in the order of the devices
   */
  public List<DeviceEvaluation> evaluate() {
    workers.forEach(judges, DeviceJudge::measure);
    if (!network.part().isWhole()) {
      return judges.stream().map(DeviceJudge::apart).toList();
    }
    Agreement agreement = new Agreement(honest(judges), network.devices().get(0).classes());
    return judges.stream().map(judge -> judge.compare(agreement)).toList();
  }

  /** Returns what the devices thought when they were evaluated, in their order. */
  public List<DeviceDecisions> decisions() {
    return judges.stream().map(DeviceJudge::thinks).toList();
  }

  private static List<float[]> honest(List<DeviceJudge> judges) {
    return judges.stream()
        .filter(judge -> !judge.isAdversary())
        .map(DeviceJudge::decisions)
        .toList();
  }
}

package org.limbeck.engine.evaluation;

import java.util.List;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.round.Workers;

/** Judges the devices of a network between two rounds, and changes nothing. */
public final class Evaluator {
  private final Network network;
  private final Workers workers;

  /** Makes an evaluator. */
  public Evaluator(Network network, Workers workers) {
    this.network = network;
    this.workers = workers;
  }

  /**
   * Evaluates every device.
   *
   * @return the evaluations in the order of the devices
   */
  public List<DeviceEvaluation> evaluate() {
    List<DeviceJudge> judges =
        network.devices().stream()
            .map(device -> new DeviceJudge(device, network.reference(), network.test()))
            .toList();
    workers.forEach(judges, DeviceJudge::measure);
    double[] mean = mean(judges.stream().filter(judge -> !judge.isAdversary()).toList());
    return judges.stream().map(judge -> judge.compare(mean)).toList();
  }

  /** The mean of devices' soft decisions on the reference rows, summed in the devices' order. */
  private static double[] mean(List<DeviceJudge> judges) {
    double[] mean = new double[judges.get(0).decisions().length];
    for (DeviceJudge judge : judges) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += judge.decisions()[i];
      }
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= judges.size();
    }
    return mean;
  }
}

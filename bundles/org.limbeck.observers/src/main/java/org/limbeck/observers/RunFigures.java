package org.limbeck.observers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.limbeck.api.Stateful;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.Traffic;

/**
 * The figures of a run at each evaluation, by name. Means, the least and the largest are over
 * honest devices; losses are means over all devices and the rounds since the last evaluation; bytes
 * are what all devices have sent since the run began. Figures that are not known are left out.
 */
final class RunFigures implements Stateful {
  private final int devices;
  private Traffic sent = Traffic.NONE;
  private LossMean localLoss = LossMean.NONE;
  private LossMean distillationLoss = LossMean.NONE;

  /**
   * Makes the figures of a run that begins.
   *
   * @param devices how many devices have a figure of their own, the first ones
   */
  RunFigures(int devices) {
    this.devices = devices;
  }

  /** Counts a round. */
  void count(RoundCompleted round) {
    for (DeviceRound device : round.devices()) {
      sent = sent.plus(device.sent());
      localLoss = localLoss.plus(device.localLoss());
      distillationLoss = distillationLoss.plus(device.distillationLoss());
    }
  }

  /** Returns the figures at an evaluation, in the same order each time. */
  Map<String, Double> at(RoundEvaluated evaluation) {
    List<DeviceEvaluation> honest =
        evaluation.devices().stream().filter(device -> !device.adversary()).toList();
    Map<String, Double> figures = new LinkedHashMap<>();
    put(figures, "accuracy/mean", mean(honest, DeviceEvaluation::testAccuracy));
    put(figures, "accuracy/min", accuracies(honest).min().orElse(Double.NaN));
    put(figures, "accuracy/max", accuracies(honest).max().orElse(Double.NaN));
    put(figures, "disagreement/mean", mean(honest, DeviceEvaluation::disagreement));
    put(figures, "tracking-error/mean", mean(honest, DeviceEvaluation::trackingError));
    put(figures, "stationarity/mean", mean(honest, DeviceEvaluation::stationarity));
    put(figures, "loss/local", localLoss.value());
    put(figures, "loss/distillation", distillationLoss.value());
    put(figures, "bytes/payload", (double) sent.payloadBytes());
    put(figures, "bytes/frames", (double) sent.frameBytes());
    put(figures, "bytes/wire", (double) sent.wireBytes());
    evaluation.devices().stream()
        .limit(devices)
        .forEach(
            device -> put(figures, "device-accuracy/" + device.device(), device.testAccuracy()));
    localLoss = LossMean.NONE;
    distillationLoss = LossMean.NONE;
    return figures;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(sent.payloadBytes());
    out.writeLong(sent.frameBytes());
    out.writeLong(sent.wireBytes());
    save(localLoss, out);
    save(distillationLoss, out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    sent = new Traffic(in.readLong(), in.readLong(), in.readLong());
    localLoss = new LossMean(in.readDouble(), in.readLong());
    distillationLoss = new LossMean(in.readDouble(), in.readLong());
  }

  private static void save(LossMean mean, DataOutput out) throws IOException {
    out.writeDouble(mean.sum());
    out.writeLong(mean.count());
  }

  private static void put(Map<String, Double> figures, String name, double value) {
    if (Double.isFinite(value)) {
      figures.put(name, value);
    }
  }

  private static DoubleStream accuracies(List<DeviceEvaluation> devices) {
    return devices.stream().mapToDouble(DeviceEvaluation::testAccuracy);
  }

  private static double mean(
      List<DeviceEvaluation> devices, ToDoubleFunction<DeviceEvaluation> figure) {
    return devices.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}

package org.limbeck.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of a run, as {@code summary.json} has it: the components are its keys, in this order.
 * Two runs of the same experiment have equal summaries but for {@code timing}. Figures that do not
 * exist are null; means are taken over the devices that have the figure.
 *
 * @param experiment the experiment's name
 * @param seed the seed of all randomness
 * @param algorithm the name of the algorithm
 * @param topology the name of the topology
 * @param aggregation the name of the aggregation rule
 * @param codec the name of the codec
 * @param rounds the number of rounds completed
 * @param devices the devices in ascending order
 * @param meanTestAccuracy the mean of the devices' test accuracies, 0 to 1
 * @param minTestAccuracy the least of them
 * @param meanTestAccuracyAlone their mean in the run of the baseline; null if there was none
 * @param bytesSentPerDevice payload bytes sent, one copy per neighbour: the mean over the devices,
 *     to the whole byte
 * @param frameBytesSentPerDevice the same with the frames' headers
 * @param disagreement the mean of the devices' disagreement
 * @param trackingError the mean of the devices' tracking error
 * @param stationarity the mean of the devices' stationarity
 * @param timing all that depends on the clock
 */
public record Summary(
    String experiment,
    long seed,
    String algorithm,
    String topology,
    String aggregation,
    String codec,
    long rounds,
    List<DeviceSummary> devices,
    Double meanTestAccuracy,
    Double minTestAccuracy,
    Double meanTestAccuracyAlone,
    long bytesSentPerDevice,
    long frameBytesSentPerDevice,
    Double disagreement,
    Double trackingError,
    Double stationarity,
    Timing timing) {
  /** The name of the file. */
  public static final String FILE = "summary.json";

  /** Copies the list. */
  public Summary {
    devices = List.copyOf(devices);
  }

  /**
   * Sums up a run.
   *
   * @param together the run
   * @param alone the run of its baseline on the same devices, if there was one
   * @param startedAt when the run began; kept to the second
   * @param threads how many threads worked on the devices
   */
  public static Summary of(
      RunRecord together, Optional<RunRecord> alone, Instant startedAt, int threads) {
    Evaluation end = together.last();
    Optional<Evaluation> endAlone = alone.map(RunRecord::last);
    Map<String, String> plugins = together.start().plugins();
    return new Summary(
        together.start().experiment(),
        together.start().seed(),
        plugins.get("algorithm"),
        plugins.get("topology"),
        plugins.get("aggregation"),
        plugins.get("codec"),
        together.rounds(),
        devices(together, endAlone),
        Figures.orNull(end.mean(DeviceMetrics::testAccuracy)),
        Figures.orNull(end.min(DeviceMetrics::testAccuracy)),
        endAlone.map(e -> Figures.orNull(e.mean(DeviceMetrics::testAccuracy))).orElse(null),
        Math.round(end.mean(device -> device.sent().payloadBytes())),
        Math.round(end.mean(device -> device.sent().frameBytes())),
        Figures.orNull(end.mean(DeviceMetrics::disagreement)),
        Figures.orNull(end.mean(DeviceMetrics::trackingError)),
        Figures.orNull(end.mean(DeviceMetrics::stationarity)),
        new Timing(
            together.wallSeconds(),
            alone.map(RunRecord::wallSeconds).orElse(null),
            startedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
            threads));
  }

  /** Returns {@code summary.json}: indented, with a line break at its end. */
  public String toJson() {
    return Json.pretty(this);
  }

  private static List<DeviceSummary> devices(RunRecord together, Optional<Evaluation> alone) {
    Map<String, Double> accuracyAlone = new HashMap<>();
    alone.ifPresent(e -> e.devices().forEach(d -> accuracyAlone.put(d.device(), d.testAccuracy())));
    Map<String, DeviceMetrics> ends = new HashMap<>();
    together.last().devices().forEach(device -> ends.put(device.device(), device));
    return together.start().devices().stream()
        .map(
            device ->
                DeviceSummary.of(device, ends.get(device.id()), accuracyAlone.get(device.id())))
        .toList();
  }
}

package org.limbeck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.report.format.Figures;
import org.limbeck.report.format.Json;

/**
 * The outcome of a run, as {@code summary.json} has it: the components are its keys, in this order.
 * Two runs of the same experiment have equal summaries but for {@code timing}. Figures that do not
 * exist are null; means are taken over the honest devices that have the figure.
 *
 * @param experiment the experiment's name
 * @param seed the seed of all randomness
 * @param algorithm the name of the algorithm at the end
 * @param topology the name of the topology at the end
 * @param aggregation the name of the aggregation rule at the end
 * @param codec the name of the codec at the end
 * @param spectralGap the spectral gap of the communication graph at the end, 0 to 1; null if it is
 *     not known, as with thousands of devices
 * @param rounds the number of rounds completed
 * @param part the ids of the devices that ran in this process, where others ran elsewhere: all else
 *     covers these only; null if all ran here
 * @param devices the devices that are there at the end, in ascending order; the means are those of
 *     the honest ones
 * @param departed the devices that left before, in the order in which they left
 * @param meanTestAccuracy the mean of the honest devices' test accuracies, 0 to 1
 * @param minTestAccuracy the least of them
 * @param meanTestAccuracyAlone their mean in the run of the baseline; null if there was none
 * @param bytesSentPerDevice payload bytes sent, one copy per neighbour: the mean over the devices,
 *     to the whole byte
 * @param frameBytesSentPerDevice the same with the frames' headers
 * @param wireBytesSentPerDevice what the transport put out, with headers of its own; null if there
 *     is no wire
 * @param bytesSentTotal payload bytes that all devices sent, those that left included
 * @param frameBytesSentTotal the same with the frames' headers
 * @param wireBytesSentTotal what the transport put out for all devices; null if there is no wire
 * @param disagreement the mean of the devices' disagreement
 * @param trackingError the mean of the devices' tracking error
 * @param stationarity the mean of the devices' stationarity
 * @param swaps the changes of the wiring, in their order
 * @param timing all that depends on the clock
 */
public record Summary(
    String experiment,
    long seed,
    String algorithm,
    String topology,
    String aggregation,
    String codec,
    Double spectralGap,
    long rounds,
    List<String> part,
    List<DeviceSummary> devices,
    List<DepartedDevice> departed,
    Double meanTestAccuracy,
    Double minTestAccuracy,
    Double meanTestAccuracyAlone,
    long bytesSentPerDevice,
    long frameBytesSentPerDevice,
    Long wireBytesSentPerDevice,
    long bytesSentTotal,
    long frameBytesSentTotal,
    Long wireBytesSentTotal,
    Double disagreement,
    Double trackingError,
    Double stationarity,
    List<Swap> swaps,
    Timing timing) {
  /** The name of the file. */
  public static final String FILE = "summary.json";

  /** Copies the lists. */
  public Summary {
    part = part == null ? null : List.copyOf(part);
    devices = List.copyOf(devices);
    departed = List.copyOf(departed);
    swaps = List.copyOf(swaps);
  }

  /**
   * Sums up a run.
   *
   * @param together the run
   * @param alone the run of its baseline on the same devices, if there was one
   * @param threads how many threads worked on the devices
   */
  public static Summary of(RunRecord together, Optional<RunRecord> alone, int threads) {
    Evaluation end = together.last();
    Optional<Evaluation> endAlone = alone.map(RunRecord::last);
    Map<String, String> plugins = together.wiring().plugins();
    List<DeviceSummary> devices = devices(together, end, endAlone);
    List<DepartedDevice> departed = together.departed();
    return new Summary(
        together.start().experiment(),
        together.start().seed(),
        plugins.get("algorithm"),
        plugins.get("topology"),
        plugins.get("aggregation"),
        plugins.get("codec"),
        Figures.orNull(together.wiring().mixing().spectralGap()),
        together.rounds(),
        together.part().isEmpty() ? null : together.part(),
        devices,
        departed,
        Figures.orNull(end.mean(DeviceMetrics::testAccuracy)),
        Figures.orNull(end.min(DeviceMetrics::testAccuracy)),
        endAlone.map(e -> Figures.orNull(e.mean(DeviceMetrics::testAccuracy))).orElse(null),
        Math.round(end.mean(device -> device.sent().payloadBytes())),
        Math.round(end.mean(device -> device.sent().frameBytes())),
        Figures.someOrNull(Math.round(end.mean(device -> device.sent().wireBytes()))),
        devices.stream().mapToLong(DeviceSummary::bytesSent).sum()
            + departed.stream().mapToLong(DepartedDevice::bytesSent).sum(),
        devices.stream().mapToLong(DeviceSummary::frameBytesSent).sum()
            + departed.stream().mapToLong(DepartedDevice::frameBytesSent).sum(),
        wireBytes(devices, departed),
        Figures.orNull(end.mean(DeviceMetrics::disagreement)),
        Figures.orNull(end.mean(DeviceMetrics::trackingError)),
        Figures.orNull(end.mean(DeviceMetrics::stationarity)),
        together.swaps(),
        new Timing(
            together.wallSeconds(),
            alone.map(RunRecord::wallSeconds).orElse(null),
            together.evaluationSeconds(),
            together.swapSeconds(),
            alone.orElse(together).startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
            threads));
  }

  /**
   * Reads {@code summary.json}.
   *
   * @throws IOException if it cannot be read, or is something else
   */
  public static Summary read(Path file) throws IOException {
    try {
      return Json.read(file, Summary.class);
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is no summary of a run: " + e.getOriginalMessage(), e);
    }
  }

  /** Returns {@code summary.json}: indented, with a line break at its end. */
  public String toJson() {
    return Json.pretty(this);
  }

  private static Long wireBytes(List<DeviceSummary> devices, List<DepartedDevice> departed) {
    return Stream.concat(
            devices.stream().map(DeviceSummary::wireBytesSent),
            departed.stream().map(DepartedDevice::wireBytesSent))
        .filter(Objects::nonNull)
        .reduce(Long::sum)
        .orElse(null);
  }

  private static List<DeviceSummary> devices(
      RunRecord together, Evaluation end, Optional<Evaluation> endAlone) {
    Map<String, Double> accuracyAlone = new HashMap<>();
    endAlone.ifPresent(
        e -> e.devices().forEach(d -> accuracyAlone.put(d.device(), d.testAccuracy())));
    List<DeviceDescription> devices = together.here().devices();
    return IntStream.range(0, devices.size())
        .mapToObj(
            i ->
                DeviceSummary.of(
                    devices.get(i), end.devices().get(i), accuracyAlone.get(devices.get(i).id())))
        .toList();
  }
}

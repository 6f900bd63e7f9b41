package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.RunStarted;

/**
 * All that is kept of a run. Immutable.
 *
 * @param start the event that began it
 * @param network what it was made of at its end
 * @param evaluations its evaluations in the order of the rounds
 * @param evaluationSeconds how long the run had taken at each of them, as in {@code wallSeconds}
 * @param swaps the changes of its network in their order
 * @param swapSeconds how long each of them took
 * @param departed the devices that left before its end, in the order in which they left
 * @param rounds the number of rounds completed
 * @param startedAt when it began
 * @param wallSeconds how long it has taken from its first event to its latest, without the time
 *     between a checkpoint and its resumption
 * @param part the ids of the devices that ran in this process, in ascending order, where others ran
 *     elsewhere: nothing but their descriptions is known of those; empty if all ran here
 * @param classNames the names of the classes; empty if they have none
 */
public record RunRecord(
    RunStarted start,
    @JsonProperty("wiring") NetworkDescription network,
    List<Evaluation> evaluations,
    List<Double> evaluationSeconds,
    List<SwapRecord> swaps,
    List<Double> swapSeconds,
    List<DepartedDevice> departed,
    long rounds,
    Instant startedAt,
    double wallSeconds,
    List<String> part,
    List<String> classNames) {

  /**
   * Copies the lists. Nothing said of a part, as in older records, is all devices, and nothing said
   * of names none.
   *
   * @throws IllegalArgumentException if there is no evaluation
   */
  public RunRecord {
    evaluations = List.copyOf(evaluations);
    evaluationSeconds = List.copyOf(evaluationSeconds);
    swaps = List.copyOf(swaps);
    swapSeconds = List.copyOf(swapSeconds);
    departed = List.copyOf(departed);
    part = part == null ? List.of() : List.copyOf(part);
    classNames = classNames == null ? List.of() : List.copyOf(classNames);
    if (evaluations.isEmpty()) {
      throw new IllegalArgumentException("a run is recorded once it has been evaluated");
    }
  }

  /** Makes a record of a run whose classes have no names. */
  public RunRecord(
      RunStarted start,
      NetworkDescription network,
      List<Evaluation> evaluations,
      List<Double> evaluationSeconds,
      List<SwapRecord> swaps,
      List<Double> swapSeconds,
      List<DepartedDevice> departed,
      long rounds,
      Instant startedAt,
      double wallSeconds,
      List<String> part) {
    this(
        start,
        network,
        evaluations,
        evaluationSeconds,
        swaps,
        swapSeconds,
        departed,
        rounds,
        startedAt,
        wallSeconds,
        part,
        List.of());
  }

  /** Returns the same with the names of the classes. */
  public RunRecord withClassNames(List<String> names) {
    return new RunRecord(
        start,
        network,
        evaluations,
        evaluationSeconds,
        swaps,
        swapSeconds,
        departed,
        rounds,
        startedAt,
        wallSeconds,
        part,
        names);
  }

  /** Returns what ran here at the end: of a part, its devices and the edges among them. */
  public NetworkDescription here() {
    return part.isEmpty() ? network : network.among(part);
  }

  /**
   * Returns where the devices that are there at the end, in this part, stood at the last
   * evaluation; nothing is known of those that joined after it.
   */
  public Evaluation last() {
    Evaluation last = evaluations.get(evaluations.size() - 1);
    Map<String, DeviceMetrics> metrics =
        last.devices().stream()
            .collect(Collectors.toMap(DeviceMetrics::device, Function.identity()));
    List<DeviceMetrics> present =
        here().devices().stream().map(device -> known(metrics, device)).toList();
    return new Evaluation(last.round(), present, last.changes());
  }

  private static DeviceMetrics known(Map<String, DeviceMetrics> metrics, DeviceDescription device) {
    DeviceMetrics known = metrics.get(device.id());
    return known == null ? DeviceMetrics.unknown(device) : known;
  }
}

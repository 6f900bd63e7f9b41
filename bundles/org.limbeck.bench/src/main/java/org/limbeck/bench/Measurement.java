package org.limbeck.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured.
 *
 * @param workload the name of the workload
 * @param backend {@code vector} or {@code dl4j}
 * @param threads the number of worker threads
 * @param devices the number of devices
 * @param stepsPerSecond the median over the windows, of all threads together
 * @param gflops the arithmetic of these steps, in 10^9 operations per second
 * @param shareOfPeak {@code gflops} over what so many threads can do at the most; null where that
 *     cannot be measured
 * @param min the slowest window, in steps per second
 * @param max the fastest window, in steps per second
 * @param bytesPerDevice the heap that a device takes; null where that is not measured
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Measurement(
    String workload,
    String backend,
    int threads,
    int devices,
    double stepsPerSecond,
    double gflops,
    Double shareOfPeak,
    double min,
    double max,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long bytesPerDevice) {
  private static final double GIGA = 1e9;

  static Measurement of(
      Workload workload,
      String backend,
      int threads,
      List<Double> rates,
      OptionalDouble peak,
      Long bytesPerDevice) {
    double[] sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double median = median(sorted);
    double gflops = median * workload.flop() / GIGA;
    return new Measurement(
        workload.name(),
        backend,
        threads,
        workload.devices(threads),
        median,
        gflops,
        peak.isPresent() ? gflops / (peak.getAsDouble() * threads) : null,
        sorted[0],
        sorted[sorted.length - 1],
        bytesPerDevice);
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

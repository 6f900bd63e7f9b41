package org.limbeck.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.Experiment;

/** Measures workloads by running them as experiments. */
final class Bench {
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  private final Engine engine;
  private final String backend;
  private final int threads;
  private final int windows;
  private final Duration length;
  private final OptionalDouble peak;

  /**
   * Prepares to measure.
   *
   * @param windows how many there are
   * @param length how long each is
   * @param peak the most that a thread can do, in 10^9 operations per second
   */
  Bench(
      Engine engine,
      String backend,
      int threads,
      int windows,
      Duration length,
      OptionalDouble peak) {
    this.engine = engine;
    this.backend = backend;
    this.threads = threads;
    this.windows = windows;
    this.length = length;
    this.peak = peak;
  }

  /** Measures one workload. */
  Measurement measure(Workload workload) throws IOException, InterruptedException {
    Experiment experiment = experiment(workload);
    long before = workload.measuresMemory() ? usedHeap() : 0;
    try (Run run = engine.open(experiment, RunSettings.of(threads))) {
      long stepsPerRound = (long) workload.devices(threads) * workload.localSteps();
      Duration warmUp =
          WARM_UP.compareTo(length.multipliedBy(3)) < 0 ? WARM_UP : length.multipliedBy(3);
      RateWindows observer =
          new RateWindows(
              stepsPerRound, warmUp, length, windows, System::nanoTime, () -> run.control().end());
      run.execute(List.of(observer));
      Long bytes =
          workload.measuresMemory() ? (usedHeap() - before) / workload.devices(threads) : null;
      return Measurement.of(workload, backend, threads, observer.rates(), peak, bytes);
    }
  }

  private Experiment experiment(Workload workload) throws IOException {
    Path file = Files.createTempFile("limbeck-bench-", ".yaml");
    try (InputStream yaml = Bench.class.getResourceAsStream(workload.experiment())) {
      Files.write(file, yaml.readAllBytes());
      return engine.read(file, workload.settings(backend, threads));
    } finally {
      Files.delete(file);
    }
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

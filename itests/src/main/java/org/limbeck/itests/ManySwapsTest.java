package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.Engine;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Two hundred random swaps in one run, after which everything is back where it was. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class ManySwapsTest {
  private static final int SWAPS = 200;
  private static final int ROUNDS_BETWEEN = 2;
  private static final long SEED = 11;
  private static final long MEGABYTE = 1 << 20;
  private static final String JAR = "thirdparty.jar";
  private static final String EXPERIMENT =
      """
      rounds: 410
      evaluateEvery: 410
      data: digits
      reference: {name: digits, rows: 200}
      batch: 8
      handover: {steps: 50, batch: 32}
      algorithm: {referenceBatch: 32}
      devices:
        - {count: 4, architecture: softmax}
      """;
  private static final List<String> ENTRIES =
      List.of(
          "{aggregation: plain-mean}",
          "{aggregation: tracking-mean}",
          "{weighting: by-row}",
          "{weighting: by-confidence}",
          "{weighting: by-density}",
          "{weighting: uniform}",
          "{codec: fixed16}",
          "{codec: float32}",
          "{topology: wheel}",
          "{topology: ring}",
          "{topology: star}",
          "{topology: complete}",
          "{reference: {rows: 150}}",
          "{reference: {rows: 200}}",
          "{algorithm: local-only}",
          "{algorithm: {name: distributed-distillation, referenceBatch: 32}}",
          "{architecture: regression, devices: %s}",
          "{architecture: softmax, devices: %s}",
          "{architecture: {name: mlp, hidden: [8]}}",
          "{join: softmax}",
          "{localSteps: 2}",
          "{localSteps: 1}");

  @InjectBundleContext BundleContext context;
  @InjectService Engine engine;
  @TempDir Path folder;
  private DropFolder plugins;

  @AfterEach
  void clear() {
    plugins.clear();
  }

  @Test
  void twoHundredSwapsLeaveNothingBehind() throws Exception {
    plugins = new DropFolder(context);
    swapOften(SWAPS / 2);
    System.gc();
    List<String> bundles = bundles();
    List<String> threads = threads();
    long heap = usedHeap();
    swapOften(SWAPS);
    assertThat(bundles()).isEqualTo(bundles);
    LeasedServices.requireNone(context);
    assertThat(threads()).isEqualTo(threads);
    long heapAfter = usedHeap();
    System.out.printf("heap in use: %d bytes before, %d after%n", heap, heapAfter);
    assertThat(heapAfter).as("bytes in use").isLessThan(heap + 4 * MEGABYTE);
  }

  /** What it makes must be garbage when it returns. */
  private void swapOften(int swaps) throws Exception {
    try (LiveRun run = run(swaps)) {
      assertThat(run.rounds()).isEqualTo(LongStream.range(0, 410).boxed().toList());
      assertThat(run.asked()).allMatch(CompletableFuture::isDone);
      assertThat(run.swaps()).hasSizeGreaterThan(swaps / 2);
      report(run.swaps());
    }
  }

  /** Executes a run with some random swaps; those that change nothing are refused and count too. */
  private LiveRun run(int swaps) throws Exception {
    Path file = Files.writeString(folder.resolve("many.yaml"), EXPERIMENT);
    LiveRun run =
        new LiveRun(engine, engine.read(file, List.of()), Optional.of(folder.resolve("saved")));
    Random random = new Random(SEED);
    plugins.drop(JAR, "1.0.0");
    for (int i = 1; i <= swaps; i++) {
      int number = i;
      run.after(
          (long) i * ROUNDS_BETWEEN,
          () -> {
            if (number % 10 == 0) {
              plugins.drop(JAR, "1.0." + number);
            } else {
              swap(run, random);
            }
          });
    }
    run.after(
        (long) swaps * ROUNDS_BETWEEN + 2,
        () ->
            run.swap(
                "{aggregation: tracking-mean, codec: float32, topology: star, architecture:"
                    + " {name: mlp, hidden: [4]}}"));
    run.after((long) swaps * ROUNDS_BETWEEN + 4, () -> plugins.delete(JAR));
    run.execute();
    return run;
  }

  private static void swap(LiveRun run, Random random) {
    List<String> devices = run.run().devices();
    String entry =
        devices.size() > 6
            ? "{leave: " + devices.get(random.nextInt(devices.size())) + "}"
            : String.format(ENTRIES.get(random.nextInt(ENTRIES.size())), devices.get(0));
    run.swap(entry);
  }

  private static void report(List<Rewired> swaps) {
    double[] seconds = swaps.stream().mapToDouble(Rewired::seconds).sorted().toArray();
    System.out.printf(
        "%d swaps: median %.1f ms, 90 %% under %.1f ms, longest %.1f ms%n",
        seconds.length,
        1e3 * seconds[seconds.length / 2],
        1e3 * seconds[seconds.length * 9 / 10],
        1e3 * DoubleStream.of(seconds).max().orElseThrow());
  }

  private List<String> bundles() {
    return Stream.of(context.getBundles())
        .map(bundle -> bundle.getSymbolicName() + " " + bundle.getState())
        .sorted()
        .toList();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("limbeck"))
        .sorted()
        .toList();
  }

  private static long usedHeap() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(100);
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}

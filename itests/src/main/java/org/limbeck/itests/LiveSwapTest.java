package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.Engine;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Everything is swapped in one run, with a jar that comes, changes and goes. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class LiveSwapTest {
  private static final int ROUNDS = 500;
  private static final int SEEDS = 5;
  private static final String JAR = "thirdparty.jar";
  private static final String BUNDLE = "org.example.thirdparty";
  private static final String BEFORE =
      """
      rounds: 500
      evaluateEvery: 500
      data: digits
      reference: digits
      partition: {name: dirichlet, alpha: 1}
      batch: 32
      localSteps: 2
      devices:
        - {count: 3, architecture: {name: mlp, hidden: [32]}}
        - {count: 3, architecture: softmax}
      """;
  private static final String AFTER =
      """
      rounds: 500
      evaluateEvery: 500
      data: digits
      reference: {name: digits, rows: 500}
      partition: {name: dirichlet, alpha: 1}
      topology: complete
      batch: 32
      localSteps: 2
      devices:
        - {count: 1, architecture: {name: mlp, hidden: [32]}}
        - {count: 4, architecture: softmax}
        - {count: 1, architecture: {name: mlp, hidden: [32]}}
      """;

  @InjectBundleContext BundleContext context;
  @InjectService Engine engine;
  @TempDir Path folder;
  private DropFolder plugins;

  @AfterEach
  void clear() {
    plugins.clear();
  }

  @Test
  void everythingIsSwappedWhileDevicesLearn() throws Exception {
    plugins = new DropFolder(context);
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    double swapped = 0;
    double unswapped = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      try (LiveRun run = live(seed)) {
        schedule(run, loaders);
        run.execute();
        requireWhatWasAskedFor(run);
        swapped += run.meanAccuracy() / SEEDS;
      }
      try (LiveRun run = open(AFTER, seed)) {
        unswapped += run.execute().meanAccuracy() / SEEDS;
      }
    }
    System.out.printf(
        "everything swapped: mean test accuracy %.4f, and %.4f with the final wiring%n",
        swapped, unswapped);
    assertThat(swapped).isCloseTo(unswapped, within(0.01));
    requireCollected(loaders);
  }

  private void schedule(LiveRun run, List<WeakReference<ClassLoader>> loaders) {
    run.after(10, () -> plugins.drop(JAR, "1.0.0"))
        .swapAfter(20, "{aggregation: plain-mean}")
        .swapAfter(30, "{codec: fixed16}")
        .swapAfter(40, "{topology: {name: wheel, spokes: 2}}")
        .swapAfter(50, "{architecture: regression, devices: 2}")
        .after(59, () -> loaders.add(loader()))
        .after(60, () -> plugins.drop(JAR, "1.1.0"))
        .swapAfter(70, "{reference: {rows: 500}}")
        .swapAfter(80, "{join: {name: mlp, hidden: [32]}}")
        .swapAfter(90, "{leave: 3}")
        .swapAfter(
            100,
            "{aggregation: tracking-mean, codec: float32, topology: complete,"
                + " architecture: softmax, devices: 2}")
        .after(109, () -> loaders.add(loader()))
        .after(110, () -> plugins.delete(JAR));
  }

  private void requireWhatWasAskedFor(LiveRun run) {
    assertThat(run.rounds())
        .as("no round is lost or doubled")
        .isEqualTo(LongStream.range(0, ROUNDS).boxed().toList());
    assertThat(run.swaps())
        .extracting(Rewired::round, Rewired::by)
        .containsExactly(
            tuple(20L, "test"),
            tuple(30L, "test"),
            tuple(40L, "test"),
            tuple(50L, "test"),
            tuple(60L, "plugins/" + JAR),
            tuple(70L, "test"),
            tuple(80L, "test"),
            tuple(90L, "test"),
            tuple(100L, "test"));
    assertThat(run.swaps().get(4).changes())
        .extracting(Change::kind, Change::from, Change::to)
        .containsExactlyInAnyOrder(
            tuple("aggregation", "plain-mean (1.0.0)", "plain-mean (1.1.0)"),
            tuple("codec", "fixed16 (1.0.0)", "fixed16 (1.1.0)"),
            tuple("topology", "wheel (1.0.0)", "wheel (1.1.0)"),
            tuple("architecture", "regression (1.0.0)", "regression (1.1.0)"));
    assertThat(run.swaps().get(4).accuracyBefore()).as("weights carry over").isNaN();
    assertThat(run.swaps().get(3).accuracyAfter()).as("distilled").isGreaterThan(0.2);
    assertThat(run.run().devices())
        .containsExactly("device-1", "device-2", "device-4", "device-5", "device-6", "device-7");
    assertThat(run.refusals()).isEmpty();
    assertThat(Stream.of(context.getBundles()).map(Bundle::getSymbolicName)).doesNotContain(BUNDLE);
  }

  private LiveRun live(int seed) throws Exception {
    return open(BEFORE, seed);
  }

  private LiveRun open(String text, int seed) throws Exception {
    Path file = Files.writeString(folder.resolve("live.yaml"), text);
    return new LiveRun(engine, engine.read(file, List.of()).withSeed(seed), Optional.empty());
  }

  private WeakReference<ClassLoader> loader() {
    try {
      Bundle bundle =
          Stream.of(context.getBundles())
              .filter(b -> BUNDLE.equals(b.getSymbolicName()))
              .findFirst()
              .orElseThrow();
      return new WeakReference<>(bundle.loadClass("org.example.thirdparty.Wheel").getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static void requireCollected(List<WeakReference<ClassLoader>> loaders)
      throws InterruptedException {
    assertThat(loaders).hasSize(2 * SEEDS);
    for (int i = 0; i < 50 && loaders.stream().anyMatch(l -> l.get() != null); i++) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(loaders).as("class loaders of former versions").allMatch(l -> l.get() == null);
  }
}

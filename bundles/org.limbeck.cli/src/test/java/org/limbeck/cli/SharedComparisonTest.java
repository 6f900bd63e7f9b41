package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.ExperimentVariant;

/** Two comparisons at the same time on one folder. */
class SharedComparisonTest {
  private final CommandSession one = new CommandSession();
  private final CommandSession other = new CommandSession();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  @TempDir private Path out;

  @BeforeEach
  void letTheFirstStopInItsFirstRun() {
    one.engine.variations = variations();
    other.engine.variations = variations();
    one.engine.beforeRound =
        round -> {
          if (round == 3 && one.engine.opened.stream().anyMatch(SharedComparisonTest::isTimed)) {
            reached.countDown();
            await();
          }
        };
  }

  @Test
  void eachRunIsRunOnceAndBothEndWithAll() throws Exception {
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> compare(one));
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> compare(other));
    awaitThreeEnded();
    gate.countDown();

    assertThat(first.get(20, TimeUnit.SECONDS)).as(one.err()).isEqualTo(ExitCode.DONE);
    assertThat(second.get(20, TimeUnit.SECONDS)).as(other.err()).isEqualTo(ExitCode.DONE);
    assertThat(timed(one)).containsExactly("ring-1");
    assertThat(timed(other)).containsExactly("ring-2", "complete-1", "complete-2");
    assertThat(one.err()).contains("4/4  complete, seed 2: ended in another process");
    assertThat(other.err()).contains("4/4  ring, seed 1: ended in another process");
    assertThat(Files.readAllLines(out.resolve("comparison.csv"))).hasSize(5);
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      assertThat(runs).hasSize(4);
    }
  }

  @Test
  void theOtherGoesOnWithWhatOneHasLeft() throws Exception {
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> compare(one));
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> compare(other));
    awaitThreeEnded();
    one.runs.stop(10);

    assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(second.get(20, TimeUnit.SECONDS)).as(other.err()).isEqualTo(ExitCode.DONE);
    assertThat(other.engine.opened)
        .filteredOn(run -> run.resumed)
        .extracting(run -> run.experiment.name() + "-" + run.experiment.seed())
        .containsExactly("ring-1");
    assertThat(Files.readAllLines(out.resolve("comparison.csv"))).hasSize(5);
  }

  private int compare(CommandSession session) {
    return session.execute("compare", "one.yaml", "--parallel", "1", "--out", out.toString());
  }

  private void awaitThreeEnded() throws IOException, InterruptedException {
    List<String> rest = List.of("ring-2", "complete-1", "complete-2");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!rest.stream()
        .allMatch(run -> Files.exists(out.resolve("runs").resolve(run).resolve("summary.json")))) {
      assertThat(System.nanoTime() - end).as(other.err()).isNegative();
      Thread.sleep(10);
    }
  }

  private void await() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns what a session ran and kept, without what it ran to be warm. */
  private static List<String> timed(CommandSession session) {
    return session.engine.opened.stream()
        .filter(SharedComparisonTest::isTimed)
        .map(run -> run.experiment.name() + "-" + run.experiment.seed())
        .toList();
  }

  private static boolean isTimed(FakeRun run) {
    return run.settings.checkpoints().isPresent();
  }

  private static List<ExperimentVariant> variations() {
    return Stream.of("ring", "complete")
        .flatMap(
            label ->
                Stream.of(1, 2)
                    .map(
                        seed ->
                            new ExperimentVariant(
                                label,
                                Experiments.small(Optional.empty()).toBuilder()
                                    .name(label)
                                    .seed(seed)
                                    .build())))
        .toList();
  }
}

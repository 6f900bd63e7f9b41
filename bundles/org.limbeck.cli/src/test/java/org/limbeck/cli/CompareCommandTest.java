package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

class CompareCommandTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path place;
  private Path out;

  @BeforeEach
  void describeFourRuns() {
    out = place.resolve("made/here");
    session.engine.variations = variations("ring", "complete");
  }

  /** As in evaluations that take minutes, at a process that has seconds to end. */
  @Test
  void leavesNoRunsThatDoNotEndInTimeBeforeTheirFirstCheckpoint() throws Exception {
    CountDownLatch reached = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    session.engine.beforeRound =
        round -> {
          if (Files.exists(out.resolve("runs"))) {
            reached.countDown();
            while (end.getCount() > 0) {
              Thread.onSpinWait();
            }
          }
        };
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(() -> compare("--parallel", "2"));
    assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(names(out.resolve("runs"))).contains("ring-1", "ring-2");

    session.runs.stop(0);

    assertThat(names(out.resolve("runs"))).allMatch(name -> name.startsWith("."));
    end.countDown();
    code.get(30, TimeUnit.SECONDS);
  }

  @Test
  void runsEveryVariationAndComparesThem() throws IOException {
    assertThat(compare()).isEqualTo(ExitCode.DONE);

    assertThat(names(out.resolve("runs")))
        .containsExactly("complete-1", "complete-2", "ring-1", "ring-2");
    assertThat(out.resolve("runs/ring-2")).isDirectoryContaining("glob:**summary.json");
    assertThat(names(out))
        .contains("comparison.csv", "curves.csv", "index.html", "runs", "table.csv", "table.md")
        .contains("convergence.csv", "convergence.md")
        .noneMatch(name -> name.startsWith("."));
    assertThat(session.out().replace('\u00a0', ' '))
        .contains("ring         2  90.0 ± 0.0 %                90.0 ± 0.0 %          6.00 kB")
        .contains("complete     2  90.0 ± 0.0 %          none  90.0 ± 0.0 %          6.00 kB")
        .endsWith("comparison: " + out.resolve("index.html") + "\n");
    assertThat(session.err())
        .contains("4/4  ", "ring, seed 2: accuracy 90.0 %, 6.0 kB sent per device, ");
    assertThat(session.engine.settings).containsExactly("baseline=none");
    assertThat(session.engine.opened).allMatch(FakeRun::closed);
  }

  @Test
  void warnsOnceOfWhatRunsHaveInCommon() {
    session.engine.concerns = List.of("topology ring: few edges");
    compare();
    assertThat(session.err().lines())
        .filteredOn(line -> line.startsWith("warning"))
        .containsExactly("warning: topology ring: few edges");
  }

  @Test
  void isQuietIfAsked() {
    session.engine.concerns = List.of("topology ring: few edges");
    compare("--quiet");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void passesSettingsAndSeedsOn() {
    compare("--set", "rounds=3", "--seeds", "4,5", "--baseline");

    assertThat(session.engine.settings).containsExactly("rounds=3", "sweep.seed=[4, 5]");
  }

  @Test
  void doesNothingASecondTime() throws IOException {
    compare();
    String table = Files.readString(out.resolve("comparison.csv"));
    session.engine.opened.clear();

    assertThat(compare()).isEqualTo(ExitCode.DONE);

    assertThat(session.engine.opened).isEmpty();
    assertThat(out.resolve("comparison.csv")).hasContent(table);
  }

  @Test
  void goesOnAfterAnInterruption() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    session.engine.beforeRound =
        round -> {
          boolean timed =
              session.engine.opened.stream()
                  .anyMatch(run -> run.settings.checkpoints().isPresent());
          if (timed && round == 3) {
            reached.countDown();
            await(never);
          }
        };
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(() -> compare("--parallel", "2"));
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    session.runs.stop(10);

    assertThat(code.get(10, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(session.err())
        .contains("limbeck: interrupted")
        .endsWith("limbeck: stopped after 0 of 4 runs; the same command goes on in " + out + "\n");

    session.engine.beforeRound = round -> {};
    session.engine.opened.clear();
    assertThat(compare()).isEqualTo(ExitCode.DONE);
    assertThat(session.engine.opened.stream().filter(run -> run.resumed)).isNotEmpty();
    assertThat(Files.readAllLines(out.resolve("comparison.csv"))).hasSize(5);
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthersFromEnding() throws IOException {
    session.engine.onOpen =
        experiment -> {
          if (experiment.name().equals("ring") && experiment.seed() == 2) {
            throw new InvalidInputException(new Origin("a.yaml", 3, "codec"), "training diverges");
          }
        };

    assertThat(compare("--parallel", "1")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err())
        .endsWith("limbeck: ring, seed 2:\nlimbeck: a.yaml:3: codec: training diverges\n");
    assertThat(Files.readAllLines(out.resolve("comparison.csv"))).hasSize(4);
  }

  @Test
  void refusesAChangedExperiment() {
    compare();
    session.engine.experiment = renamed("other", 1);
    session.engine.variations =
        session.engine.variations.stream()
            .map(
                one ->
                    new ExperimentVariant(one.label(), renamed("changed", one.experiment().seed())))
            .toList();

    assertThat(compare()).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err())
        .contains("ring-1/experiment.yaml: this run is of another experiment: it has")
        .contains("where there is 'name: changed' now; delete its folder to run it anew");
  }

  @Test
  void writesNothingButJson() throws IOException {
    compare("--json", "--quiet");

    JsonNode json = new ObjectMapper().readTree(session.out());
    assertThat(json.at("/experiments/1/label").asText()).isEqualTo("complete");
    assertThat(json.at("/experiments/1/seeds").toString()).isEqualTo("[1,2]");
    assertThat(json.at("/experiments/0/meanTestAccuracy/mean").asDouble()).isEqualTo(0.9);
    assertThat(json.at("/experiments/0/bytesSentPerDevice/mean").asDouble()).isEqualTo(6000);
    assertThat(json.at("/differences/0/label").asText()).isEqualTo("complete");
    assertThat(json.at("/differences/0/against").asText()).isEqualTo("ring");
    assertThat(json.at("/differences/0/meanTestAccuracy").toString())
        .isEqualTo("{\"mean\":0.0,\"low\":0.0,\"high\":0.0,\"pairs\":2,\"none\":true}");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void signsFramesOnlyIfAsked() {
    compare("--keys", "none");

    assertThat(session.engine.opened)
        .filteredOn(run -> run.settings.checkpoints().isPresent())
        .hasSize(4)
        .allMatch(run -> run.settings.unsigned());
  }

  @Test
  void eachRunHasANetworkOfItsOwn() {
    session.engine.variations =
        session.engine.variations.stream()
            .map(one -> new ExperimentVariant(one.label(), networked(one.experiment())))
            .toList();
    compare();

    assertThat(session.engine.opened)
        .filteredOn(run -> run.settings.checkpoints().isPresent())
        .extracting(run -> run.experiment.plugin(PluginKind.TRANSPORT).options().get("network"))
        .containsExactlyInAnyOrder(
            "home-ring-1", "home-ring-2", "home-complete-1", "home-complete-2");
  }

  private static Experiment networked(Experiment experiment) {
    return experiment.toBuilder()
        .plugin(
            new PluginChoice(
                PluginKind.TRANSPORT,
                "mqtt",
                Map.of("network", "home"),
                new Origin("one.yaml", 1, "transport")))
        .build();
  }

  @Test
  void readsTheKeysBeforeAnythingRuns() {
    assertThat(compare("--keys", place + "/none")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains(place + "/none: there is no such folder");
    assertThat(session.engine.opened).noneMatch(run -> run.settings.checkpoints().isPresent());
    assertThat(out.resolve("runs")).doesNotExist();
  }

  @Test
  void refusesRunsThatCannotBeToldApart() {
    session.engine.variations = variations("a b", "a/b");

    assertThat(compare()).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("the folder a-b-1: 'a b, seed 1' and 'a/b, seed 1'");
    assertThat(out).doesNotExist();
  }

  @Test
  void runsOneAtLeast() {
    assertThat(compare("--parallel", "0")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("option '--parallel': it is 1 or more, not 0");
  }

  private int compare(String... more) {
    List<String> args = new ArrayList<>(List.of("compare", "one.yaml", "--out", out.toString()));
    args.addAll(List.of(more));
    return session.execute(args.toArray(String[]::new));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<ExperimentVariant> variations(String... labels) {
    return Stream.of(labels)
        .flatMap(
            label ->
                Stream.of(1, 2).map(seed -> new ExperimentVariant(label, renamed(label, seed))))
        .toList();
  }

  private static Experiment renamed(String name, long seed) {
    Experiment small = Experiments.small(Optional.empty());
    return small.toBuilder().name(name.replaceAll("\\W", "-")).seed(seed).build();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

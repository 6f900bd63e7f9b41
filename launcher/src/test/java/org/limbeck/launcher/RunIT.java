package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** Whole runs of a small experiment. */
class RunIT {
  private static final int INTERRUPTED = 130;
  private static final String[] RUN_FILES = {
    "device-1/model.bin",
    "device-5/model.bin",
    "experiment.yaml",
    "metrics.csv",
    "report.html",
    "summary.json"
  };

  private final ObjectMapper mapper = new ObjectMapper();
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder).quick();
  }

  @Test
  void choosesARunFolderForEachOfTwoRunsAtOnce() throws Exception {
    Shell.Running one = shell.start("run", "small.yaml", "--set", "rounds=1");
    Shell.Running other = shell.start("run", "small.yaml", "--set", "rounds=1");

    assertThat(one.finish().out()).contains("device-5", "together", "report.html");
    assertThat(other.finish().exitCode()).isZero();
    try (var runs = Files.list(shell.folder().resolve("runs"))) {
      assertThat(runs)
          .hasSize(2)
          .allSatisfy(
              run -> {
                assertThat(run.getFileName().toString()).matches("small-\\d{8}-\\d{6}(-2)?");
                for (String file : RUN_FILES) {
                  assertThat(run.resolve(file)).isNotEmptyFile();
                }
              });
    }
  }

  @Test
  void resultsDoNotDependOnThreads() throws Exception {
    Shell.Result one = shell.run("run", "small.yaml", "--json", "--out", "one", "--threads", "1");
    Shell.Result two = shell.run("run", "small.yaml", "--json", "--out", "two", "--threads", "2");

    assertThat(one.exitCode()).isZero();
    assertThat(two.exitCode()).isZero();
    assertThat(withoutTiming(one.out())).isEqualTo(withoutTiming(two.out()));
    assertThat(content("one/summary.json")).isEqualTo(one.out());
    assertThat(content("one/metrics.csv")).isEqualTo(content("two/metrics.csv"));
    assertThat(one.err()).contains("alone: round 40/40", "round 20/40  accuracy 0.");
  }

  @Test
  void resolvedExperimentGivesTheSameRunAgain() throws Exception {
    Shell.Result first =
        shell.run("run", "small.yaml", "--json", "--quiet", "--out", "a", "--seed", "7");
    Shell.Result second = shell.run("run", "a/experiment.yaml", "--json", "--quiet", "--out", "b");

    assertThat(mapper.readTree(first.out()).get("seed").longValue()).isEqualTo(7);
    assertThat(withoutTiming(second.out())).isEqualTo(withoutTiming(first.out()));
    assertThat(second.err()).isEmpty();
  }

  @Test
  void trainedDevicesClassify() throws Exception {
    shell.run("run", "small.yaml", "--quiet", "--out", "run");
    String sample = String.join(",", Collections.nCopies(64, "8")) + "\n";
    Files.writeString(shell.folder().resolve("good.csv"), "# grey\n" + sample);
    Files.writeString(shell.folder().resolve("bad.csv"), sample + sample.replace("8\n", "17\n"));

    Shell.Result good =
        shell.run("predict", "run/device-4", "good.csv", "--json", "--comment", "#");
    Shell.Result bad = shell.run("predict", "run/device-4", "bad.csv");

    JsonNode prediction = mapper.readTree(good.out()).get(0);
    assertThat(prediction.get("line").intValue()).isEqualTo(2);
    assertThat(prediction.get("class").intValue()).isBetween(0, 9);
    assertThat(prediction.get("softDecisions")).hasSize(10);
    assertThat(bad.exitCode()).isEqualTo(2);
    assertThat(bad.err()).startsWith("limbeck: bad.csv:2: ").contains("0 to 16");
    assertThat(bad.out()).isEmpty();
  }

  @Test
  void leavesACheckpointWhenInterrupted() throws Exception {
    Shell.Running running =
        shell.start(
            "run", "small.yaml", "--out", "run", "--set=rounds=100000000", "--set=baseline=none");
    running.awaitErr("round 20/");

    Shell.Result result = running.interrupt();

    assertThat(result.exitCode()).isEqualTo(INTERRUPTED);
    assertThat(result.err())
        .containsPattern(
            "limbeck: stopped after round \\d+ of 100000000; go on with: limbeck resume run\n$");
    assertThat(shell.folder().resolve("run/checkpoint/together")).isNotEmptyDirectory();
    assertThat(shell.folder().resolve("run/summary.json")).doesNotExist();
  }

  private String content(String file) throws IOException {
    return Files.readString(shell.folder().resolve(file));
  }

  private JsonNode withoutTiming(String summary) throws IOException {
    ObjectNode tree = (ObjectNode) mapper.readTree(summary);
    assertThat(tree.remove("timing")).isNotNull();
    return tree;
  }
}

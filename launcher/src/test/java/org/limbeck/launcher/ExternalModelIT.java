package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.architectures.external.TestProgram;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Outcome;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Devices whose models are programs: runs, what goes wrong in them, and who outlives whom. */
class ExternalModelIT {
  private static final String EXPERIMENT = "small.yaml";

  @TempDir private static Path place;
  private static Path distribution;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeAll
  static void copy() throws IOException {
    distribution = DistributionCopy.small(place.resolve("limbeck"));
  }

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder, distribution, EXPERIMENT).quick();
  }

  @Test
  void aRunThatWasKilledGoesOnToTheSameEndAndLeavesNoProgram() throws Exception {
    String experiment = experiment(TestProgram.command("mark=" + folder));
    Shell.Result whole = shell.run("run", experiment, "--quiet", "--out=whole");
    assertThat(whole.err()).isEmpty();
    assertThat(whole.exitCode()).isZero();

    Shell.Running killed = shell.start("run", experiment, "--quiet", "--out=run");
    RunProgress progress = new RunProgress(shell.folder().resolve("run"));
    killed.await(() -> RunProgress.round(progress.together()) >= 5);
    killed.kill();
    requireNoProgram();
    assertThat(shell.run("resume", "run", "--quiet").exitCode()).isZero();

    assertThat(Outcome.of(progress.folder()))
        .isEqualTo(Outcome.of(shell.folder().resolve("whole")));
    requireNoProgram();
    Shell.Result predicted = shell.run("predict", "run/device-1", samples());
    assertThat(predicted.err()).isEmpty();
    assertThat(predicted.exitCode()).isZero();
  }

  @Test
  void anInterruptionOfAllReachesLimbeckAlone() throws Exception {
    String experiment = experiment(TestProgram.command("mark=" + folder));
    Shell.Running running =
        shell
            .under(List.of("setsid"))
            .start("run", experiment, "--quiet", "--out=run", "--set=rounds=100000");
    RunProgress progress = new RunProgress(shell.folder().resolve("run"));
    running.await(() -> RunProgress.round(progress.together()) >= 5);
    new ProcessBuilder("/bin/sh", "-c", "kill -INT -" + running.process().pid()).start().waitFor();
    Shell.Result result = running.finish();
    assertThat(result.exitCode()).isEqualTo(130);
    assertThat(result.err()).contains("interrupted", "limbeck resume run");
    requireNoProgram();
  }

  @Test
  void aProgramThatFailsEndsTheRunAtItsLastCheckpoint() throws Exception {
    String experiment = experiment(TestProgram.command("do=exit", "at=6", "after=50"));
    Shell.Result failed = shell.run("run", experiment, "--quiet", "--out=run");
    assertThat(failed.exitCode()).isEqualTo(2);
    assertThat(failed.err().lines().toList()).hasSize(2);
    assertThat(failed.err())
        .containsPattern("^limbeck: .*external: device-[12]: '.*' ended with exit code 3 when")
        .contains("ValueError")
        .contains("limbeck resume run")
        .doesNotContain("at org.limbeck.engine");

    assertThat(shell.run("resume", "run", "--quiet").exitCode()).isZero();
  }

  @Test
  void modelsAreSwappedIntoProgramsAndOutAgain() throws Exception {
    String swaps =
        """
        swaps:
          - {round: 10, architecture: {name: external, command: %s}, devices: [3]}
          - {round: 20, architecture: softmax, devices: [1]}
        """
            .formatted(list(TestProgram.command("abilities=0")));
    String experiment = experiment(TestProgram.command(), swaps);
    Shell.Result result = shell.run("run", experiment, "--quiet", "--out=run");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(Files.readString(shell.folder().resolve("run/summary.json"))).contains("external");
  }

  @Test
  void aMissingProgramIsOneMessage() throws Exception {
    Shell.Result result = shell.run("run", experiment(List.of("pythn3", "a.py")), "--out=run");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .endsWith("external: cannot start 'pythn3 a.py': there is no program 'pythn3' on PATH\n");
  }

  @Test
  void checkModelSaysWhatAProgramKeepsTo() throws Exception {
    Shell.Result good = check();
    assertThat(good.err()).isEmpty();
    assertThat(good.exitCode()).isZero();
    assertThat(good.out().lines()).hasSizeGreaterThan(15).allMatch(line -> line.startsWith("pass"));

    Shell.Result bad = check("bug=gradient");
    assertThat(bad.exitCode()).isEqualTo(2);
    assertThat(bad.out().lines().filter(line -> line.startsWith("FAIL")))
        .singleElement()
        .asString()
        .startsWith("FAIL  the gradient is that of the loss, by finite differences: off by");
  }

  private Shell.Result check(String... arguments) throws Exception {
    return shell.run(
        Stream.concat(
                Stream.of("check-model", "--shape", "2x2x1", "--classes=3"),
                TestProgram.command(arguments).stream())
            .toArray(String[]::new));
  }

  private String samples() throws IOException {
    String zeros = Stream.generate(() -> "0").limit(64).collect(Collectors.joining(","));
    Files.writeString(shell.folder().resolve("samples.csv"), zeros + "\n");
    return "samples.csv";
  }

  private String experiment(List<String> command, String... more) throws IOException {
    List<String> lines = new ArrayList<>();
    Files.readAllLines(shell.folder().resolve(EXPERIMENT)).stream()
        .takeWhile(line -> !line.startsWith("baseline"))
        .forEach(lines::add);
    lines.add("baseline: none");
    lines.add("checkpointEvery: 5");
    lines.add("devices:");
    lines.add(
        "  - {count: 2, architecture: {name: external, processes: 1, command: "
            + list(command)
            + "}}");
    lines.add("  - {count: 1, architecture: softmax}");
    lines.addAll(Arrays.asList(more));
    Files.write(shell.folder().resolve("external.yaml"), lines);
    return "external.yaml";
  }

  private static String list(List<String> command) {
    return command.stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Programs end at once when Limbeck does, but the system takes a moment to say so. */
  private void requireNoProgram() throws Exception {
    List<ProcessHandle> left =
        ProcessHandle.allProcesses()
            .filter(
                process ->
                    Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(("mark=" + folder)::equals))
            .toList();
    for (ProcessHandle program : left) {
      assertThat(program.onExit().get(30, TimeUnit.SECONDS)).isNotNull();
    }
  }
}

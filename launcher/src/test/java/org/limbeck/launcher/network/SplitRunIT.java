package org.limbeck.launcher.network;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.architectures.external.TestProgram;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Devices that wait for each other do in four processes what they do in one. */
class SplitRunIT {
  private static final String PATIENCE = "--patience=12";
  private static final String ALONE = "--set=baseline=none";
  private static final int KILLED_AT = 15;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @TempDir private Path folder;
  private Shell shell;
  private SplitRun split;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder, BROKER.distribution(), SplitRun.EXPERIMENT).quick();
    split = new SplitRun(shell, BROKER.url());
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of(List.of()),
        Arguments.of(
            List.of(
                "--set=trigger={threshold: 0.05}",
                "--set=algorithm.exchangeEvery=3",
                "--set=algorithm.warmUp=10",
                "--set=codec={name: uniform, bits: 4}")),
        Arguments.of(
            List.of(
                "--set=rounds=30",
                "--set=devices=[{count: 5, architecture: {name: external, processes: 1, command: "
                    + TestProgram.command().stream().collect(joining("', '", "['", "']"))
                    + "}}]")));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void doesTheSameAsOneProcess(List<String> settings) throws Exception {
    List<Shell.Running> parts = split.start(settings.toArray(String[]::new));
    Path whole = split.whole(settings.toArray(String[]::new));
    SplitRun.finish(parts);

    JoinedOutcome.assertSame(split, whole);
  }

  /** With a checkpoint every round, those of the parts are far apart. */
  @Test
  void endsAsIfNoneHadBeenKilled() throws Exception {
    String interval = "--set=checkpointEvery=1";
    List<Shell.Running> parts = split.start(interval, ALONE, PATIENCE);
    RunProgress last = new RunProgress(split.folder("4"));
    parts.get(3).await(() -> RunProgress.round(last.together()) >= KILLED_AT);
    parts.get(3).kill();

    for (Shell.Running survivor : parts.subList(0, 3)) {
      Shell.Result result = survivor.finish();
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .containsPattern("limbeck: .*device-\\d has waited 12 s in round \\d+ for device-\\d")
          .contains("go on with: limbeck resume part-");
      assertThat(result.err().lines().filter(line -> line.startsWith("limbeck: "))).hasSize(2);
    }
    List<Shell.Running> resumed = split.resume("--patience=60");
    Path whole = split.whole(interval, ALONE);
    SplitRun.finish(resumed);
    JoinedOutcome.assertSame(split, whole);
  }

  @Test
  void saysWhoIsMissing() throws Exception {
    Shell.Running one = split.startPart("0-2", BROKER.url(), ALONE, "--patience=1");

    assertError(one.finish(), "waited 1 s for device-4, device-5; start the other parts");
  }

  /** All that can differ: {@code DifferentPartsTest}. */
  @Test
  void saysHowTheExperimentOfAPartDiffers() throws Exception {
    String network = "--set=transport.network=shared";
    String codec = "--set=codec={name: uniform, bits: 4}";
    Shell.Running one = split.startPart("0-2", BROKER.url(), ALONE, PATIENCE, network);
    Shell.Running other = split.startPart("3-4", BROKER.url(), ALONE, PATIENCE, network, codec);

    assertError(one.finish(), "device-4: it has another codec: ");
    assertError(other.finish(), "device-1: it has another codec: ");
  }

  @Test
  void saysThatADeviceRunsTwice() throws Exception {
    Shell.Running one = split.startPart("0-2", BROKER.url(), ALONE, PATIENCE);
    Shell.Running other = split.startPart("2-4", BROKER.url(), ALONE, PATIENCE);

    assertThat(List.of(one.finish(), other.finish()))
        .anySatisfy(result -> assertError(result, "device-3 runs in another process too"));
  }

  private void assertError(Shell.Result result, String message) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(message).doesNotContain("\tat ");
    assertThat(result.err().lines().filter(line -> line.startsWith("limbeck: "))).hasSize(1);
  }
}

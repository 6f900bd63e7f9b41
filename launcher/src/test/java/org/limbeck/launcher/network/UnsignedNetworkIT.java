package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** Whoever has no keys says so, and is told what that means. */
class UnsignedNetworkIT {
  /** Reserved for documentation: nobody is there. */
  private static final String ELSEWHERE = "mqtt://192.0.2.1:1883";

  private static final String WARNING = "warning: transport mqtt: frames are not signed";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder, Shell.DISTRIBUTION, SplitRun.EXPERIMENT).quick();
  }

  @Test
  void aBrokerElsewhereNeedsKeysOrAWordThatThereAreNone() throws Exception {
    List<String> before = shell.files();
    Shell.Result result =
        shell.run("run", SplitRun.EXPERIMENT, "--broker=" + ELSEWHERE, "--devices=0-2", "--out=a");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .hasLineCount(1)
        .startsWith("limbeck: ")
        .contains("transport.name=mqtt: transport: mqtt: frames leave this machine", "--keys none");
    assertThat(shell.files()).isEqualTo(before);
  }

  @Test
  void aDeviceSaysInWhichLineTheBrokerIs() throws Exception {
    Path file = shell.folder().resolve("hall.yaml");
    Files.writeString(
        file,
        """
        device: hall
        network: house
        broker: %s
        data: digits
        reference: digits
        architecture: mlp
        """
            .formatted(ELSEWHERE));
    List<String> before = shell.files();
    Shell.Result result = shell.run("device", "hall.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .hasLineCount(1)
        .startsWith("limbeck: hall.yaml:3: broker: mqtt: frames leave this machine")
        .contains("keys: none");
    assertThat(shell.files()).isEqualTo(before);
  }

  @Test
  void whoSaysThatThereAreNoKeysIsToldWhatStrangersCanDo() throws Exception {
    Shell.Result result =
        shell.run(
            "run",
            SplitRun.EXPERIMENT,
            "--transport=mqtt",
            "--keys=none",
            "--set=baseline=none",
            "--set=rounds=2",
            "--out=a");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err().lines().filter(line -> line.startsWith(WARNING))).hasSize(1);
  }

  @Test
  void aDeviceIsToldToo() throws Exception {
    Files.writeString(
        shell.folder().resolve("hall.yaml"),
        """
        device: hall
        network: house
        broker: embedded
        keys: none
        data: digits
        reference: digits
        architecture: mlp
        """);
    Shell.Result result = shell.run("device", "hall.yaml", "--rounds=2");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err().lines().filter(line -> line.startsWith(WARNING))).hasSize(1);
  }
}

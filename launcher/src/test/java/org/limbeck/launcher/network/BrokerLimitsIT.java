package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.launcher.process.Disk;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Shell;

/** What a broker does not carry ends a run at once, and what it cannot save ends none. */
class BrokerLimitsIT {
  private static final int WRONG_INPUT = 2;

  @TempDir private static Path place;
  private static Path distribution;

  @TempDir private Path folder;

  @BeforeAll
  static void makeADistribution() throws Exception {
    Mosquitto.requireInstalled();
    distribution = DistributionCopy.small(place.resolve("limbeck"));
  }

  /** A frame of 32 rows and 10 classes in floats has 1,280 bytes and those of its headers. */
  @Test
  void framesThatAreLargerThanTheBrokerTakes() throws Exception {
    Shell.Result result = run("max_packet_size 1000");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(WRONG_INPUT);
    assertThat(result.err())
        .containsPattern(
            "transport: mqtt: mqtt://127\\.0\\.0\\.1:\\d+ takes packets of up to 1,000")
        .containsPattern("1,000 bytes, and this one has 1,[3-9]\\d\\d; raise its limit")
        .doesNotContain("unexpected error");
  }

  @Test
  void framesThatTheBrokerDropsWithoutAWordBefore() throws Exception {
    Shell.Result result = run("message_size_limit 1000");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(WRONG_INPUT);
    assertThat(result.err())
        .containsPattern("transport: mqtt: mqtt://127\\.0\\.0\\.1:\\d+ has ended the connection of")
        .contains("(Mosquitto: message_size_limit)")
        .doesNotContain("unexpected error");
  }

  @Test
  void framesThatDevicesMayNotWrite() throws Exception {
    Path acl = folder.resolve("acl");
    Files.writeString(
        acl, "topic readwrite limbeck/+/+/status\ntopic readwrite limbeck/+/+/alive\n");

    Shell.Result result = run("acl_file " + acl);

    assertThat(result.exitCode()).as(result.err()).isEqualTo(WRONG_INPUT);
    assertThat(result.err())
        .containsPattern(
            "transport: mqtt: mqtt://.* does not take messages to limbeck/small-1/device-")
        .contains("the broker refuses: not authorized")
        .doesNotContain("unexpected error");
  }

  /** What it cannot save it still passes on. */
  @Test
  void aBrokerWithoutRoomOnItsDiskHoldsNobodyUp() throws Exception {
    try (Disk disk = new Disk(folder.resolve("disk"), 64)) {
      disk.fill();

      Shell.Result result =
          run(
              "persistence true",
              "persistence_location " + disk.place() + "/",
              "autosave_on_changes true",
              "autosave_interval 1");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(folder.resolve("broker/log")).content().contains("No space left on device");
    }
  }

  private Shell.Result run(String... options) throws Exception {
    Path files = Files.createDirectory(folder.resolve("broker"));
    try (Mosquitto broker = new Mosquitto(files, options)) {
      return new Shell(folder, distribution)
          .quick()
          .run("run", "small.yaml", "--broker", broker.url(), "--set", "baseline=none", "--quiet");
    }
  }
}

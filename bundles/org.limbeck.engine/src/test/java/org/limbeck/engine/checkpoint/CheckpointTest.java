package org.limbeck.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Traffic;
import org.limbeck.datasets.digits.ReferenceDigits;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.engine.swap.Workbench;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginKind;

class CheckpointTest {
  @TempDir private Path folder;

  @Test
  void whatIsRestoredGoesOnBitForBit() throws IOException {
    try (Workbench whole = new Workbench(5, 3);
        Workbench broken = new Workbench(5, 3)) {
      whole.run(40);
      broken.run(25);
      new CheckpointFolder(folder).save(checkpoint(broken, 25));
      broken.activeNetwork().network().close();
      Checkpoint latest = new CheckpointFolder(folder).latest();
      assertThat(latest.round()).isEqualTo(25);
      broken.activeNetwork(
          new ActiveNetwork(
              broken.experiment(),
              broken.activeNetwork().pluginSet(),
              broken.restored(latest, broken.activeNetwork().pluginSet())));
      broken.run(15);
      assertThat(states(broken)).isEqualTo(states(whole));
    }
  }

  /** How often rows were exchanged is not saved: it is counted anew. */
  @Test
  void rowsGoOnInTheirPhases() throws IOException {
    try (Workbench whole = new Workbench(5, 3);
        Workbench broken = new Workbench(5, 3)) {
      whole.run(7);
      whole.swap(whole.with(PluginKind.TOPOLOGY, "base-graph"));
      whole.run(33);
      broken.run(7);
      broken.swap(broken.with(PluginKind.TOPOLOGY, "base-graph"));
      broken.run(18);
      new CheckpointFolder(folder).save(checkpoint(broken, 25));
      broken.activeNetwork().network().close();
      broken.activeNetwork(
          new ActiveNetwork(
              broken.experiment(),
              broken.activeNetwork().pluginSet(),
              broken.restored(
                  new CheckpointFolder(folder).latest(), broken.activeNetwork().pluginSet())));
      broken.run(15);
      assertThat(states(broken)).isEqualTo(states(whole));
    }
  }

  @Test
  void whatANewcomerWasToldIsReportedAfterAnotherSwapAndABreak() throws IOException {
    try (Workbench bench = new Workbench(3, 3)) {
      bench.run(5);
      bench.swap(bench.withNewcomer("device-4", "mlp"));
      bench.swap(bench.with(PluginKind.TOPOLOGY, "complete"));
      Checkpoint checkpoint = checkpoint(bench, 5);
      List<DeviceRound> reports = reports(bench);
      assertThat(reports.get(0).sent().payloadBytes()).isPositive();
      assertThat(reports.get(3).received().payloadBytes())
          .isEqualTo(reports.stream().mapToLong(device -> device.sent().payloadBytes()).sum());
      bench.activeNetwork().network().close();
      bench.activeNetwork(
          new ActiveNetwork(
              bench.experiment(),
              bench.activeNetwork().pluginSet(),
              bench.restored(checkpoint, bench.activeNetwork().pluginSet())));
      assertThat(reports(bench)).isEqualTo(reports);
      assertThat(reports(bench)).allMatch(device -> device.sent().equals(Traffic.NONE));
    }
  }

  @Test
  void keepsTwoAndFallsBackToTheFormerIfTheLatestIsDamaged() throws IOException {
    try (Workbench bench = new Workbench(2, 3)) {
      CheckpointFolder checkpoints = new CheckpointFolder(folder);
      for (int round : new int[] {1, 2, 30}) {
        checkpoints.save(checkpoint(bench, round));
      }
    }
    assertThat(names())
        .containsExactly("round-000000000002.checkpoint", "round-000000000030.checkpoint");
    damage("round-000000000030.checkpoint", 500);
    assertThat(new CheckpointFolder(folder).latest().round()).isEqualTo(2);
    damage("round-000000000002.checkpoint", 500);
    assertThatThrownBy(() -> new CheckpointFolder(folder).latest())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("round-000000000030.checkpoint: it is damaged: its checksum is wrong")
        .hasMessageContaining("round-000000000002.checkpoint: it is damaged");
  }

  /** Another part of the run may say that it is still at the beginning, and fill the disk so. */
  @Test
  void keepsNoMoreThanSoManyWhateverOthersNeed() throws IOException {
    for (int round = 1; round <= 70; round++) {
      Files.createFile(folder.resolve(String.format("round-%012d.checkpoint", round)));
    }
    new CheckpointFolder(folder).clear(0);
    assertThat(names()).hasSize(64).doesNotContain("round-000000000006.checkpoint");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void areTheirOwnersOnly() throws IOException {
    Path place = folder.resolve("checkpoint/together");
    try (Workbench bench = new Workbench(2, 3)) {
      new CheckpointFolder(place).save(checkpoint(bench, 1));
    }
    assertThat(permissions(place)).isEqualTo("rwx------");
    assertThat(permissions(place.resolve("round-000000000001.checkpoint"))).isEqualTo("rw-------");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void saysWhatIsNoCheckpoint() throws IOException {
    assertThatThrownBy(() -> new CheckpointFolder(folder.resolve("none")).latest())
        .hasMessageContaining("there is no checkpoint to go on from");
    Files.writeString(folder.resolve("round-000000000001.checkpoint"), "what is this, after all?");
    assertThatThrownBy(() -> new CheckpointFolder(folder).latest())
        .hasMessageContaining("it is no checkpoint of Limbeck");
    Files.write(
        folder.resolve("round-000000000001.checkpoint"),
        new byte[] {0x4C, 0x4D, 0x42, 0x43, 0, 0, 0, 9, 1, 2, 3, 4});
    assertThatThrownBy(() -> new CheckpointFolder(folder).latest())
        .hasMessageContaining("it has format 9, and this version of Limbeck reads format 4");
    Files.write(folder.resolve("round-000000000001.checkpoint"), new byte[3]);
    assertThatThrownBy(() -> new CheckpointFolder(folder).latest())
        .hasMessageContaining("it has only 3 bytes");
  }

  @Test
  void refusesOtherReferenceData() throws IOException {
    try (Workbench bench = new Workbench(2, 3)) {
      Checkpoint checkpoint = checkpoint(bench, 1);
      bench.service(PluginKind.REFERENCE, "500", new ReferenceDigits(499));
      assertThatThrownBy(() -> bench.restored(checkpoint, bench.bind(bench.experiment())))
          .isInstanceOf(UnusableCheckpointException.class)
          .hasMessageContaining("the reference data have changed since the checkpoint");
    }
  }

  @Test
  void namesTheFirstLineOfAnExperimentThatChanged() {
    ExperimentMatch.requireSame("seed: 1\nrounds: 5\n", "seed: 1\nrounds: 5\n");
    assertThatThrownBy(
            () -> ExperimentMatch.requireSame("seed: 1\nrounds: 5\n", "seed: 1\nrounds: 6\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("it says 'rounds: 6', and said 'rounds: 5'");
    assertThatThrownBy(() -> ExperimentMatch.requireSame("seed: 1\n", "seed: 1\nrounds: 6\n"))
        .hasMessageContaining("it says 'rounds: 6', and said nothing");
  }

  private static Checkpoint checkpoint(Workbench bench, long round) throws IOException {
    List<DeviceState> devices = new ArrayList<>();
    for (DeviceRuntime device : bench.activeNetwork().network().devices()) {
      devices.add(DeviceState.of(device));
    }
    return new Checkpoint(
        "origin",
        "current",
        round,
        round,
        3,
        bench.activeNetwork().pluginSet().reference().digest(),
        PrivateDataDigest.of(bench.activeNetwork().pluginSet().data()),
        bench.activeNetwork().network().graph().edges(),
        devices,
        List.of(new byte[] {1, 2, 3}));
  }

  private static List<DeviceRound> reports(Workbench bench) {
    return bench.activeNetwork().network().devices().stream().map(DeviceRuntime::report).toList();
  }

  private static List<String> states(Workbench bench) throws IOException {
    List<String> states = new ArrayList<>();
    for (DeviceRuntime device : bench.activeNetwork().network().devices()) {
      DeviceState state = DeviceState.of(device);
      for (byte[] part : List.of(state.model(), state.estimate(), state.channels())) {
        states.add(HexFormat.of().formatHex(part));
      }
    }
    return states;
  }

  private void damage(String name, long position) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.seek(position);
      int value = file.read();
      file.seek(position);
      file.write(value ^ 1);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

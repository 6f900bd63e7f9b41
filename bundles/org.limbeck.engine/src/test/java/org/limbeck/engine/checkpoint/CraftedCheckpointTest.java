package org.limbeck.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.swap.Workbench;
import org.limbeck.experiment.InvalidInputException;

/** Checkpoints that someone has changed, with the right checksum again. */
class CraftedCheckpointTest {
  private static final int HEADER = 8;
  private static final int TRIES = 400;
  private static final long MOST_BYTES = 64L << 20;

  @TempDir private Path folder;
  private Workbench bench;
  private Checkpoint sound;
  private Path file;

  @BeforeEach
  void save() throws IOException {
    bench = new Workbench(3, 3);
    bench.run(5);
    List<DeviceState> devices = new ArrayList<>();
    for (DeviceRuntime device : bench.activeNetwork().network().devices()) {
      devices.add(DeviceState.of(device));
    }
    sound =
        new Checkpoint(
            "origin",
            "current",
            5,
            5,
            4,
            bench.activeNetwork().pluginSet().reference().digest(),
            PrivateDataDigest.of(bench.activeNetwork().pluginSet().data()),
            bench.activeNetwork().network().graph().edges(),
            devices,
            List.of(new byte[] {1, 2, 3}));
    file = folder.resolve("round-000000000005.checkpoint");
    write(sound);
    bench.activeNetwork().network().close();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void refusesNumbersThatDoNotAgree() throws IOException {
    assertUnsound(with(6, 5, 4, sound.edges()), "it is of round 6, and its name is of round 5");
    assertUnsound(with(5, 6, 4, sound.edges()), "swaps have been made through round 6");
    assertUnsound(with(5, -2, 4, sound.edges()), "swaps have been made through round -2");
    assertUnsound(with(5, 5, -1, sound.edges()), "the next device that joins has the number -1");
    List<Edge> edges = new ArrayList<>(sound.edges());
    edges.add(edges.get(0));
    assertUnsound(with(5, 5, 4, edges), "the edges of the graph are not in ascending order");
    write(withDevices(device -> named(device, "device-1")));
    assertRefused("device-1 is there twice");
    write(withDevices(device -> named(device, "../device")));
    assertRefused("a device has an id that no device can have");
    write(withDevices(device -> withRows(device, -1)));
    assertRefused("device-1 has the private row -1");
  }

  @Test
  void refusesLengthsThatGoBeyondTheFile() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {whole.length, 1 << 28, Integer.MAX_VALUE}) {
      write(whole, HEADER, length);
      assertRefused("its lengths are wrong: it says that it holds more than it does");
    }
    write(whole, HEADER, -1);
    assertRefused("a part of it has the length -1");
    int edges = HEADER + 4 + 6 + 4 + 7 + 24 + 4 + 4 + 2 * sound.referenceDigest().length;
    write(whole, edges, Integer.MAX_VALUE);
    assertThatThrownBy(this::latest).isInstanceOf(InvalidInputException.class);
    write(whole, edges, -3);
    assertRefused("it has a list of -3");
    write(whole, edges + 4, 1);
    assertRefused("no edge joins vertex 1 to vertex 1");
  }

  @Test
  void refusesWhatFollowsTheEnd() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] longer = java.util.Arrays.copyOf(whole, whole.length + 9);
    write(longer, HEADER, 6);
    assertRefused("there is more in it than it says");
  }

  @Test
  void takesRowsAndEdgesThatAreNotThereForAnotherRuns() {
    int rows = bench.activeNetwork().pluginSet().data().training().rows();
    assertThatThrownBy(() -> restore(withDevices(device -> withRows(device, rows))))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessage(
            "checkpoint: device-1 has the private row %d, and there are 0 to %d", rows, rows - 1);
    assertThatThrownBy(() -> restore(with(5, 5, 4, List.of(new Edge(0, 3)))))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessage("checkpoint: edge 0-3 leaves the graph of 3 vertices");
  }

  @Test
  void fallsBackToTheFormer() throws IOException {
    Checkpoint former = with(4, 4, 4, sound.edges());
    try (OutputStream out =
        Files.newOutputStream(folder.resolve("round-000000000004.checkpoint"))) {
      CheckpointFormat.write(former, out);
    }
    Files.writeString(folder.resolve("round-none.checkpoint"), "of no round");
    assertThat(latest().round()).isEqualTo(5);
    assertThat(new CheckpointFolder(folder).latestBefore(5).map(Checkpoint::round)).hasValue(4L);
    assertThat(new CheckpointFolder(folder).latestBefore(4)).isEqualTo(Optional.empty());
    write(with(6, 5, 4, sound.edges()));
    assertThat(latest().round()).isEqualTo(4);
  }

  /** Nothing may come of it but a network or a refusal, nor much more room than the file takes. */
  @Test
  void refusesOrReadsWhateverWasChanged() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int[] values = {-1, 0, 1, 0x7fffffff, 0x80000000, 1 << 28, 0x7fc00000};
    Random random = new Random(1);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int restored = 0;
    for (int i = 0; i < TRIES; i++) {
      int at = HEADER + random.nextInt(i % 2 == 0 ? 200 : whole.length - HEADER - 8);
      write(whole, at, values[random.nextInt(values.length)]);
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      try {
        restore(latest());
        restored++;
      } catch (InvalidInputException | UnusableCheckpointException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
      long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      assertThat(bytes).as("change at %d", at).isLessThan(MOST_BYTES);
    }
    assertThat(restored).isBetween(1, TRIES - 1);
  }

  private Checkpoint latest() {
    return new CheckpointFolder(folder).latest();
  }

  private void restore(Checkpoint checkpoint) {
    bench.restored(checkpoint, bench.activeNetwork().pluginSet()).close();
  }

  private void assertUnsound(Checkpoint checkpoint, String fault) throws IOException {
    write(checkpoint);
    assertRefused("it does not agree with itself: " + fault);
  }

  private void assertRefused(String fault) {
    assertThatThrownBy(this::latest)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(folder + ": no checkpoint can be used: round-000000000005")
        .hasMessageContaining(fault);
  }

  private void write(Checkpoint checkpoint) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      CheckpointFormat.write(checkpoint, out);
    }
  }

  /** Writes a number into a copy of the bytes, and the checksum of it all at their end. */
  private void write(byte[] whole, int at, int value) throws IOException {
    ByteBuffer changed = ByteBuffer.wrap(whole.clone()).putInt(at, value);
    CRC32C checksum = new CRC32C();
    checksum.update(changed.array(), 0, whole.length - Integer.BYTES);
    changed.putInt(whole.length - Integer.BYTES, (int) checksum.getValue());
    Files.write(file, changed.array());
  }

  private Checkpoint with(long round, long scheduledThrough, long nextDevice, List<Edge> edges) {
    return new Checkpoint(
        sound.origin(),
        sound.current(),
        round,
        scheduledThrough,
        nextDevice,
        sound.referenceDigest(),
        sound.privateDigest(),
        edges,
        sound.devices(),
        sound.observers());
  }

  private Checkpoint withDevices(UnaryOperator<DeviceState> change) {
    return new Checkpoint(
        sound.origin(),
        sound.current(),
        5,
        5,
        4,
        sound.referenceDigest(),
        sound.privateDigest(),
        sound.edges(),
        sound.devices().stream().map(change).toList(),
        sound.observers());
  }

  private static DeviceState named(DeviceState device, String id) {
    return new DeviceState(
        id,
        device.rows(),
        device.model(),
        device.estimate(),
        device.participant(),
        device.channels(),
        device.traffic(),
        device.privacy());
  }

  private static DeviceState withRows(DeviceState device, int... rows) {
    return new DeviceState(
        device.id(),
        rows,
        device.model(),
        device.estimate(),
        device.participant(),
        device.channels(),
        device.traffic(),
        device.privacy());
  }
}

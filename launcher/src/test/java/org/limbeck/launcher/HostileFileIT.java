package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** Files that unpack to more than there is room for: one line, exit code 2, and little memory. */
class HostileFileIT {
  private static final String SMALL_HEAP = "-Xmx256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
  private static final byte[] MEGABYTE = new byte[1 << 20];

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder).quick().with("LIMBECK_JAVA_OPTS", SMALL_HEAP);
    Arrays.fill(MEGABYTE, (byte) '7');
  }

  @Test
  void anExperimentOfHundredMegabytes() throws Exception {
    try (OutputStream out = Files.newOutputStream(shell.folder().resolve("large.yaml"))) {
      out.write("name: ".getBytes(StandardCharsets.UTF_8));
      write(out, 100);
    }
    assertRefused(
        shell.run("run", "large.yaml"),
        List.of("large.yaml: it is longer than the 4,194,304 bytes that a file of this kind may"));
  }

  @Test
  void aValueOfAGigabyteInACompressedTable() throws Exception {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(shell.folder().resolve("bomb.csv.gz")))) {
      out.write("kind,x\na,".getBytes(StandardCharsets.UTF_8));
      write(out, 1024);
    }
    assertRefused(
        run("data={name: csv, file: bomb.csv.gz, label: kind}"),
        List.of("data", "bomb.csv.gz: the row at line 2 has more than 16,777,216 characters"));
  }

  @Test
  void tenMillionColumns() throws Exception {
    Files.writeString(shell.folder().resolve("wide.csv"), "kind" + ",x".repeat(10_000_000) + "\n");
    assertRefused(
        run("data={name: csv, file: wide.csv, label: kind}"),
        List.of("data", "wide.csv: the row at line 1 has more than 1,050,000 columns"));
  }

  @Test
  void batchesThatUnpackToGigabytes() throws Exception {
    Path cifar = Files.createDirectory(shell.folder().resolve("cifar"));
    for (String name : List.of("data_batch_1", "data_batch_2", "test_batch")) {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(cifar.resolve(name + ".bin.gz")))) {
        write(out, 1024);
      }
    }
    for (int batch = 3; batch <= 5; batch++) {
      Files.write(cifar.resolve("data_batch_" + batch + ".bin"), new byte[3073]);
    }
    assertRefused(
        run("data={name: cifar10, path: cifar}"),
        List.of("data", "data_batch_1.bin.gz has more than 60000 images"));
  }

  @Test
  void anImageOfThirtyThousandPixelsASide() throws Exception {
    Path image = shell.folder().resolve("images/a/1.png");
    Files.createDirectories(image.getParent());
    Files.createDirectories(shell.folder().resolve("images/b"));
    Files.write(image, header(30_000, 30_000));
    Files.write(shell.folder().resolve("images/b/1.png"), header(2, 2));
    assertRefused(
        run("data={name: images, path: images}"),
        List.of("data", "images/a/1.png: it has 30000 x 30000 pixels, and 100,000,000"));
  }

  /** HDF5 would print what it has tried. */
  @Test
  void aDamagedNetworkOfKeras() throws Exception {
    Files.write(
        shell.folder().resolve("network.h5"),
        new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 1, 2, 3, 4});
    Shell roomy = shell.with("LIMBECK_JAVA_OPTS", SMALL_HEAP.replace("256", "512"));
    assertRefused(
        roomy.run(
            "run",
            "small.yaml",
            "--set",
            "devices.0.architecture={name: dl4j-network, file: network.h5}"),
        List.of("network.h5", "cannot be read"));
  }

  private Shell.Result run(String setting) throws IOException, InterruptedException {
    return shell.run("run", "small.yaml", "--set", setting);
  }

  private void assertRefused(Shell.Result result, List<String> said) throws IOException {
    assertThat(result.err()).startsWith("limbeck: ").contains(said).doesNotContain("\tat ");
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(shell.files()).noneMatch(file -> file.startsWith("runs"));
  }

  private static void write(OutputStream out, int megabytes) throws IOException {
    for (int i = 0; i < megabytes; i++) {
      out.write(MEGABYTE);
    }
  }

  /** Returns a PNG of some size by its header, without a pixel in it. */
  private static byte[] header(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(17).putInt(0x49484452).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2);
    CRC32 checksum = new CRC32();
    checksum.update(header.array());
    ByteBuffer png = ByteBuffer.allocate(33).putLong(0x89504E470D0A1A0AL).putInt(13);
    return png.put(header.array()).putInt((int) checksum.getValue()).array();
  }
}

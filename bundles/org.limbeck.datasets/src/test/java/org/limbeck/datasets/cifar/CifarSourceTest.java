package org.limbeck.datasets.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ImageTable;

class CifarSourceTest {
  @TempDir Path folder;

  @Test
  void readsTheBatchesInOrder() throws IOException {
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(folder.resolve("data_batch_" + batch + ".bin"), records(1, batch, 9 - batch));
    }
    ImageTable training = CifarSource.cifar10In(folder).training();
    assertThat(training.shape()).isEqualTo(new Shape(32, 32, 3));
    assertThat(training.labels()).containsExactly(1, 8, 2, 7, 3, 6, 4, 5, 5, 4);
  }

  @Test
  void putsTheChannelsOfAPixelSideBySide() throws IOException {
    byte[] record = records(1, 0);
    record[1 + 33] = 10;
    record[1 + 1024 + 33] = 20;
    record[1 + 2048 + 33] = 30;
    Files.write(folder.resolve("test_batch.bin"), record);
    ImageTable test = CifarSource.cifar10In(folder).test();
    assertThat(test.values()[33 * 3]).isEqualTo((byte) 10);
    assertThat(test.values()[33 * 3 + 1]).isEqualTo((byte) 20);
    assertThat(test.values()[33 * 3 + 2]).isEqualTo((byte) 30);
  }

  @Test
  void readsFineAndCoarseLabels() throws IOException {
    byte[] record = records(2, 19);
    record[1] = 99;
    Files.write(folder.resolve("train.bin"), record);
    assertThat(CifarSource.cifar100In(folder, "fine").training().labels()).containsExactly(99);
    assertThat(CifarSource.cifar100In(folder, "coarse").training().labels()).containsExactly(19);
    assertThat(CifarSource.cifar100In(folder, "coarse").classes()).isEqualTo(20);
  }

  @Test
  void refusesFilesThatAreCut() throws IOException {
    Path file = folder.resolve("train.bin");
    Files.write(file, new byte[3073]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CifarSource.cifar100In(folder, "fine").training())
        .withMessage(
            file
                + " has 3073 bytes, which is no multiple of 3074: it is cut short, or no binary"
                + " version of CIFAR");
  }

  /** What a compressed file unpacks to is counted, not kept. */
  @Test
  void refusesMoreImagesThanAFileHas() throws IOException {
    Path file = folder.resolve("test_batch.bin.gz");
    byte[] record = new byte[3073];
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i <= 60_000; i++) {
        out.write(record);
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CifarSource.cifar10In(folder).test())
        .withMessage(file + " has more than 60000 images, which no file of CIFAR has");
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path file = folder.resolve("test_batch.bin.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(records(1, 4, 2));
    }
    assertThat(CifarSource.cifar10In(folder).test().labels()).containsExactly(4, 2);
  }

  @Test
  void refusesLabelsOutOfRange() throws IOException {
    Files.write(folder.resolve("test_batch.bin"), records(1, 3, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CifarSource.cifar10In(folder).test())
        .withMessage(folder.resolve("test_batch.bin") + ": label 2 is 10: labels go from 0 to 9");
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CifarSource.cifar10In(folder).test())
        .withMessage(folder.resolve("test_batch.bin") + ": there is no such file");
  }

  /** Returns black images whose first labels are these. */
  private static byte[] records(int labels, int... first) {
    byte[] bytes = new byte[first.length * (labels + 3072)];
    for (int i = 0; i < first.length; i++) {
      bytes[i * (labels + 3072)] = (byte) first[i];
    }
    return bytes;
  }
}

package org.limbeck.datasets.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ImageTable;

class IdxSourceTest {
  @TempDir Path folder;

  @Test
  void readsImagesAndLabels() {
    images(IdxFixture.idx(new byte[] {0, 1, 2, (byte) 255}, 2, 1, 2));
    labels(IdxFixture.idx(new byte[] {9, 0}, 2));

    ImageTable training = training();

    assertThat(training.shape()).isEqualTo(new Shape(1, 2, 1));
    assertThat(training.labels()).containsExactly(9, 0);
    float[] row = new float[2];
    training.read(1, row, 0);
    assertThat(row).containsExactly(2 / 255f, 1);
  }

  @Test
  void findsFilesThatWereUnpackedUnderAnotherName() throws IOException {
    byte[] image = IdxFixture.idx(new byte[] {7}, 1, 1, 1);
    Files.write(folder.resolve("train-images.idx3-ubyte"), image);
    Files.write(folder.resolve("train-labels.idx1-ubyte"), IdxFixture.idx(new byte[] {3}, 1));
    assertThat(training().labels()).containsExactly(3);
    assertThat(training().values()).containsExactly(7);
  }

  @Test
  void refusesCountsThatDisagree() {
    images(IdxFixture.idx(new byte[2], 2, 1, 1));
    labels(IdxFixture.idx(new byte[3], 3));
    assertRefused(
        folder.resolve("train-images-idx3-ubyte")
            + " holds 2 images, and "
            + folder.resolve("train-labels-idx1-ubyte")
            + " 3 labels");
  }

  @Test
  void refusesLabelsOutOfRange() {
    images(IdxFixture.idx(new byte[2], 2, 1, 1));
    labels(IdxFixture.idx(new byte[] {3, 10}, 2));
    assertRefused(
        folder.resolve("train-labels-idx1-ubyte") + ": label 2 is 10: labels go from 0 to 9");
  }

  @Test
  void refusesWhatIsNoIdxFile() {
    images("GIF89a, 28x28".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertRefused(
        folder.resolve("train-images-idx3-ubyte")
            + ": no IDX file of unsigned bytes: it begins with 47494638, not with 000008 and the"
            + " number of dimensions, 01 to 04");
  }

  @Test
  void refusesSizesBeyondMemoryBeforeItTakesAny() {
    images(IdxFixture.idx(new byte[0], 65536, 65536, -1));
    assertRefused(
        folder.resolve("train-images-idx3-ubyte")
            + ": it says that it holds more than 2^31 values: 65536 x 65536 x 4294967295");
  }

  @Test
  void makesNoRoomForWhatAFileOfItsSizeCannotHold() {
    byte[] bytes = IdxFixture.idx(new byte[0], 50_000, 200, 200);
    images(bytes);
    assertRefused(folder.resolve("train-images-idx3-ubyte") + ": the file ends too early");
    assertRefusedByMemory("plain", bytes, "the file ends too early");
    assertRefusedByMemory("packed.gz", bytes, "the file ends too early");
  }

  @Test
  void refusesMoreThanThereIsMemoryFor() {
    byte[] bytes = IdxFixture.idx(new byte[101], 101);
    Path file = folder.resolve("large");
    IdxFixture.write(file, bytes);
    assertThat(IdxArray.read(file, new MemoryShare(101)).values()).hasSize(101);
    assertRefusedByMemory(
        "large",
        bytes,
        "what it holds, 101 values, takes more memory than it may, a third of the heap: 101 bytes,"
            + " and 100 are allowed; -Xmx gives it more");
  }

  @Test
  void refusesRowsOfMoreValuesThanCanBeCounted() {
    images(IdxFixture.idx(new byte[0], 0, 65536, 65536));
    labels(IdxFixture.idx(new byte[0], 0));
    assertRefused(
        folder.resolve("train-images-idx3-ubyte")
            + ": an image cannot have 65536 x 65536 x 1 values");
  }

  private void assertRefusedByMemory(String name, byte[] content, String message) {
    Path file = folder.resolve(name);
    IdxFixture.write(file, content);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdxArray.read(file, new MemoryShare(100)))
        .withMessage(file + ": " + message);
  }

  @Test
  void refusesMoreThanIsStated() {
    images(IdxFixture.idx(new byte[7], 2, 1, 3));
    assertRefused(
        folder.resolve("train-images-idx3-ubyte")
            + ": there is more in it than the 2 x 1 x 3 values it states");
  }

  @Test
  void refusesCompressedFilesThatAreNone() throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte.gz"), new byte[100]);
    assertRefused(
        folder.resolve("train-images-idx3-ubyte.gz")
            + ": it is not compressed by gzip, or damaged (Not in GZIP format); fetch it anew, or"
            + " name it without .gz");
  }

  @Test
  void refusesImagesWithoutPixels() {
    images(IdxFixture.idx(new byte[0], 2, 0, 3));
    labels(IdxFixture.idx(new byte[2], 2));
    assertRefused(
        folder.resolve("train-images-idx3-ubyte") + ": a shape has sides of 1 or more, not 0x3x1");
  }

  @Test
  void saysWhichFileIsMissing() {
    assertRefused(folder.resolve("train-images-idx3-ubyte") + ": there is no such file");
  }

  private ImageTable training() {
    return IdxSource.likeMnist(folder).training();
  }

  private void assertRefused(String message) {
    assertThatIllegalArgumentException().isThrownBy(this::training).withMessage(message);
  }

  private void images(byte[] content) {
    IdxFixture.write(folder.resolve("train-images-idx3-ubyte"), content);
  }

  private void labels(byte[] content) {
    IdxFixture.write(folder.resolve("train-labels-idx1-ubyte"), content);
  }
}

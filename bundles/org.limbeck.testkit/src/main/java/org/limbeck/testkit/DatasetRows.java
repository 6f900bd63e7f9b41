package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** The rows of a dataset, and what every dataset promises about reading them. */
record DatasetRows(int rows, int features, RowReader reader) {
  private static final int MOST = 1000;

  float[] row(int row) {
    float[] values = new float[features];
    reader.read(row, values, 0);
    return values;
  }

  /** Returns all rows, or as many as one can keep of a large dataset, spread over it. */
  float[][] sample() {
    float[][] sample = new float[Math.min(rows, MOST)][];
    Arrays.setAll(sample, i -> row((int) ((long) i * rows / sample.length)));
    return sample;
  }

  /** Returns a number that is rarely the same for different rows. */
  long checksum(int row) {
    ByteBuffer bytes = ByteBuffer.allocate(features * Float.BYTES);
    bytes.asFloatBuffer().put(row(row));
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return checksum.getValue();
  }

  void assertWithin(float largest) {
    for (int row = 0; row < rows; row++) {
      for (float value : row(row)) {
        if (!(Math.abs(value) <= largest)) {
          throw new AssertionError(
              "row " + row + " has the feature " + value + ", which is not within ±" + largest);
        }
      }
    }
  }

  void assertReadWhereTold() {
    float[] into = new float[features + 2];
    Arrays.fill(into, 99);
    reader.read(rows - 1, into, 1);
    assertThat(into[0]).as("the place before the row").isEqualTo(99);
    assertThat(into[features + 1]).as("the place after the row").isEqualTo(99);
    assertThat(Arrays.copyOfRange(into, 1, features + 1)).isEqualTo(row(rows - 1));
  }

  void assertBounded() {
    assertOutOfBounds(-1, 0);
    assertOutOfBounds(rows, 0);
    assertOutOfBounds(0, 1);
    assertOutOfBounds(0, -1);
  }

  void assertReadAlikeByThreads() throws Exception {
    float[][] alone = sample();
    for (float[][] read : ConcurrentTasks.run(4, thread -> this::sample)) {
      assertThat(read).isDeepEqualTo(alone);
    }
  }

  private void assertOutOfBounds(int row, int offset) {
    assertThatThrownBy(() -> reader.read(row, new float[features], offset))
        .as("reading row %d of %d at offset %d", row, rows, offset)
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}

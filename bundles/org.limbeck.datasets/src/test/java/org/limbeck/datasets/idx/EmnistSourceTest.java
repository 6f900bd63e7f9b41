package org.limbeck.datasets.idx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ImageTable;

class EmnistSourceTest {
  @TempDir Path folder;

  @Test
  void turnsImagesUprightAndCountsLettersFromOne() {
    byte[] columns = {1, 4, 2, 5, 3, 6};
    IdxFixture.write(
        folder.resolve("emnist-letters-test-images-idx3-ubyte.gz"),
        IdxFixture.idx(columns, 1, 3, 2));
    IdxFixture.write(
        folder.resolve("emnist-letters-test-labels-idx1-ubyte.gz"),
        IdxFixture.idx(new byte[] {26}, 1));

    EmnistSource letters = EmnistSource.in(folder, "letters");
    ImageTable test = letters.test();

    assertThat(letters.classes()).isEqualTo(26);
    assertThat(test.labels()).containsExactly(25);
    assertThat(test.shape()).isEqualTo(new Shape(2, 3, 1));
    assertThat(test.values()).containsExactly(1, 2, 3, 4, 5, 6);
  }
}

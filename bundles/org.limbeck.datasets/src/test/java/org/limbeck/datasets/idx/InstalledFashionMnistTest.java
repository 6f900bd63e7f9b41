package org.limbeck.datasets.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDatasets;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.ReferenceImages;

/** The real files, where they are installed. */
class InstalledFashionMnistTest {
  private Path folder;

  @BeforeEach
  void find() {
    Optional<Path> found = DataFolders.ofThisMachine().find(KnownDatasets.fashionMnist());
    assumeThat(found).as("Fashion-MNIST on this machine").isPresent();
    folder = found.orElseThrow();
  }

  @Test
  void hasTheSizesThatItsPublishersState() {
    PrivateFashionMnist fashion = new PrivateFashionMnist(IdxSource.likeMnist(folder), "test");
    assertThat(fashion.shape()).isEqualTo(new Shape(28, 28, 1));
    assertThat(fashion.training().rows()).isEqualTo(42_000);
    assertThat(fashion.test().rows()).isEqualTo(10_000);
    assertThat(perClass(fashion.test())).containsOnly(1_000);
    assertThat(IntStream.of(perClass(fashion.training()))).allMatch(n -> n > 4_100 && n < 4_300);
  }

  @Test
  void isJudgedByRowsForValidation() {
    assertThat(new PrivateFashionMnist(IdxSource.likeMnist(folder), "validation").test().rows())
        .isEqualTo(6_000);
  }

  @Test
  void offersAFifthForReference() {
    ReferenceImages all = new ReferenceImages(12_000, new int[0], new ImageTransform(0, 0, false));
    assertThat(new ReferenceFashionMnist(IdxSource.likeMnist(folder), all).rows())
        .isEqualTo(12_000);
  }

  private static int[] perClass(LabelledRows rows) {
    int[] counts = new int[10];
    for (int row = 0; row < rows.rows(); row++) {
      counts[rows.label(row)]++;
    }
    return counts;
  }
}

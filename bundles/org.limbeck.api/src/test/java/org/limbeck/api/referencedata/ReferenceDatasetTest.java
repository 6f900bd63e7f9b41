package org.limbeck.api.referencedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Shape;

/** The digest that a reference dataset has by default. */
class ReferenceDatasetTest {
  private static final Shape SHAPE = new Shape(1, 2, 1);
  private static final float[][] ROWS = {{0, 0.5f}, {-0.25f, 1}, {0.0625f, -1}};

  @Test
  void isTheSha256OfShapeRowsAndFeatures() {
    assertThat(hex(new Table(SHAPE, ROWS)))
        .isEqualTo("5daf422bafb8fa037bb7baa95b06cfc51022da3ea27910bf374800059766c04d");
  }

  @Test
  void isTheSameForTheSameData() {
    float[][] copy = {{0, 0.5f}, {-0.25f, 1}, {0.0625f, -1}};
    assertThat(hex(new Table(SHAPE, copy))).isEqualTo(hex(new Table(SHAPE, ROWS)));
  }

  @Test
  void changesWithEveryValue() {
    String digest = hex(new Table(SHAPE, ROWS));
    for (int row = 0; row < ROWS.length; row++) {
      for (int feature = 0; feature < 2; feature++) {
        float[][] other = {ROWS[0].clone(), ROWS[1].clone(), ROWS[2].clone()};
        other[row][feature] = Math.nextUp(other[row][feature]);
        assertThat(hex(new Table(SHAPE, other)))
            .as("after feature %d of row %d changed", feature, row)
            .isNotEqualTo(digest);
      }
    }
  }

  @Test
  void changesWithTheOrderOfRows() {
    assertThat(hex(new Table(SHAPE, ROWS[1], ROWS[0], ROWS[2])))
        .isNotEqualTo(hex(new Table(SHAPE, ROWS)));
  }

  @Test
  void changesWithTheNumberOfRows() {
    float[] zeros = {0, 0};
    assertThat(hex(new Table(SHAPE, zeros))).isNotEqualTo(hex(new Table(SHAPE, zeros, zeros)));
  }

  @Test
  void changesWithTheShapeThatTheSameFeaturesHave() {
    assertThat(
            new String[] {
              hex(new Table(new Shape(2, 1, 1), ROWS)),
              hex(new Table(new Shape(1, 2, 1), ROWS)),
              hex(new Table(new Shape(1, 1, 2), ROWS))
            })
        .doesNotHaveDuplicates();
  }

  private static String hex(ReferenceDataset dataset) {
    return HexFormat.of().formatHex(dataset.digest());
  }

  private record Table(Shape shape, float[]... features) implements ReferenceDataset {

    @Override
    public int rows() {
      return features.length;
    }

    @Override
    public void read(int row, float[] into, int offset) {
      System.arraycopy(features[row], 0, into, offset, features[row].length);
    }
  }
}

package org.limbeck.architectures.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowTableTest {

  @Test
  void findsEachOfManyRowsByItsFeatures() {
    int features = 7;
    RowTable table = new RowTable(features);
    float[] rows = rows(5000, features);
    for (int row = 0; row < 5000; row++) {
      assertThat(table.find(rows, row * features)).isNegative();
      assertThat(table.add(rows, row * features)).isEqualTo(row);
    }
    for (int row = 0; row < 5000; row++) {
      assertThat(table.find(rows, row * features)).isEqualTo(row);
      assertThat(table.matches(row, rows, row * features)).isTrue();
    }
    assertThat(table.size()).isEqualTo(5000);
  }

  @Test
  void anIdIsNotTrustedOnceItsFeaturesAreOthers() {
    RowTable table = new RowTable(2);
    RowNumbers numbers = new RowNumbers();
    numbers.use(table);
    float[] values = {1, 2, 3, 4};
    numbers.put(RowRole.PRIVATE, 9, table.add(values, 0));
    numbers.put(RowRole.REFERENCE, 9, table.add(values, 2));
    assertThat(numbers.find(RowRole.PRIVATE, 9, values, 0)).isZero();
    assertThat(numbers.find(RowRole.REFERENCE, 9, values, 2)).isEqualTo(1);
    assertThat(numbers.find(RowRole.ASKED, 9, values, 0)).isZero();
    assertThat(numbers.find(RowRole.ASKED, 9, values, 2)).isEqualTo(1);
    assertThat(numbers.find(RowRole.PRIVATE, 9, values, 2)).as("by its features").isEqualTo(1);
    assertThat(numbers.find(RowRole.PRIVATE, 9, new float[] {1, 5}, 0)).isNegative();
    assertThat(numbers.find(RowRole.ASKED, -1, values, 2)).as("without an id").isEqualTo(1);
  }

  @Test
  void anotherTableMakesItForgetAll() {
    RowNumbers numbers = new RowNumbers();
    RowTable table = new RowTable(2);
    numbers.use(table);
    float[] values = {1, 2};
    numbers.put(RowRole.PRIVATE, 0, table.add(values, 0));
    numbers.use(new RowTable(2));
    assertThat(numbers.find(RowRole.PRIVATE, 0, values, 0)).isNegative();
  }

  /** Most features are the same, as in images. */
  private static float[] rows(int count, int features) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[count * features];
    for (int row = 0; row < count; row++) {
      values[row * features + random.nextInt(features)] = row / 16f;
    }
    values[0] = -1;
    return values;
  }
}

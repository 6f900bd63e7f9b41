package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowIndexTest {
  private final RowIndex index = new RowIndex(10);

  @Test
  void numbersRowsAsTheyAppear() {
    assertThat(index.add(7)).isZero();
    assertThat(index.add(2)).isEqualTo(1);
    assertThat(index.add(7)).isZero();
    assertThat(index.place(2)).isEqualTo(1);
    assertThat(index.place(3)).isEqualTo(-1);
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.rows()).isEqualTo(10);
  }

  @Test
  void forgetsAllRows() {
    index.add(7);
    index.clear();
    assertThat(index.size()).isZero();
    assertThat(index.place(7)).isEqualTo(-1);
    assertThat(index.add(3)).isZero();
  }

  @Test
  void fitsValuesToTheRowsAndKeepsThem() {
    index.add(5);
    float[] one = index.fit(new float[0], 3);
    assertThat(one).hasSize(3);
    one[2] = 4;
    index.add(6);
    float[] two = index.fit(one, 3);
    assertThat(two).hasSizeGreaterThanOrEqualTo(6).startsWith(0, 0, 4, 0, 0, 0);
    assertThat(index.fit(two, 3)).isSameAs(two);
  }

  @Test
  void neverFitsValuesForMoreRowsThanThereAre() {
    float[] values = {};
    for (int row = 0; row < 10; row++) {
      index.add(row);
      values = index.fit(values, 3);
    }
    assertThat(values).hasSize(30);
  }
}

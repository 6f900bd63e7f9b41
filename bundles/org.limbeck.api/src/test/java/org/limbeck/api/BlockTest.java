package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockTest {

  @Test
  void isEmptyAtFirst() {
    Block block = new Block(3, 2);
    assertThat(block.rows()).isZero();
    assertThat(block.capacity()).isEqualTo(3);
    assertThat(block.width()).isEqualTo(2);
    assertThat(block.ids()).hasSize(3);
    assertThat(block.values()).hasSize(6);
  }

  @Test
  void hasAnyNumberOfRowsUpToItsCapacity() {
    Block block = new Block(3, 2);
    for (int rows = 0; rows <= 3; rows++) {
      block.rows(rows);
      assertThat(block.rows()).isEqualTo(rows);
    }
    for (int rows : new int[] {-1, 4}) {
      assertThatThrownBy(() -> block.rows(rows)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(block.rows()).as("the rows after a number was refused").isEqualTo(3);
  }

  @Test
  void handsOutItsLiveArraysAndKeepsTheirContents() {
    Block block = new Block(2, 2);
    block.ids()[1] = 7;
    block.values()[3] = 0.5f;
    block.rows(2);
    block.rows(0);
    block.rows(2);
    assertThat(block.ids()).containsExactly(0, 7);
    assertThat(block.values()).containsExactly(0, 0, 0, 0.5f);
  }

  @Test
  void takesOverRowsAndIdsButNoValues() {
    Block other = new Block(5, 3);
    other.rows(2);
    Arrays.setAll(other.ids(), i -> 10 + i);
    Arrays.fill(other.values(), 9);
    Block block = new Block(3, 2);
    Arrays.fill(block.ids(), -1);
    Arrays.fill(block.values(), 1);

    block.selectLike(other);

    assertThat(block.rows()).isEqualTo(2);
    assertThat(block.ids()).as("the ids, of which two were set").containsExactly(10, 11, -1);
    assertThat(block.values()).containsOnly(1);
    assertThat(other.rows()).isEqualTo(2);
  }

  @Test
  void takesOverNoMoreRowsThanItHasRoomFor() {
    Block other = new Block(5, 2);
    other.rows(4);
    Block block = new Block(3, 2);
    assertThatThrownBy(() -> block.selectLike(other)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(block.rows()).isZero();
  }

  @Test
  void mayHaveNoRoomAtAll() {
    Block block = new Block(0, 4);
    block.rows(0);
    assertThat(block.values()).isEmpty();
    assertThatThrownBy(() -> block.rows(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesSizesThatNoBlockHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Block(-1, 2))
        .withMessage("no block has -1 rows of 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Block(2, 0))
        .withMessage("no block has 2 rows of 0");
    assertThatThrownBy(() -> new Block(65536, 65536)).isInstanceOf(ArithmeticException.class);
  }
}

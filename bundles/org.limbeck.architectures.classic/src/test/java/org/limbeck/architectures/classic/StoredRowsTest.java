package org.limbeck.architectures.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What is said of saved rows that someone has changed. */
class StoredRowsTest {
  private static final int ROW = 1 + 4 + 4 + 8;

  @Test
  void readsRows() throws IOException {
    assertThat(restored(rows(2, 0, 7)).find(RowOrigin.PRIVATE, 7, new float[] {1}, 0)).isOne();
  }

  @Test
  void refusesNumbersThatTakeAsMuchRoomAsManyRows() {
    assertRefused(rows(1, Integer.MAX_VALUE), "a stored row cannot have the number 2147483647");
    assertRefused(rows(1, -1), "a stored row cannot have the number -1");
    assertRefused(rows(2, 3, 3), "the stored row 3 is there twice");
  }

  @Test
  void refusesCountsOfRowsThatAreNotThere() {
    assertRefused(rows(-1), "it cannot have -1 stored rows");
    assertThatIOException()
        .isThrownBy(() -> restored(rows(Integer.MAX_VALUE, 1, 2, 3)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void refusesValuesThatAreNoNumbers() {
    byte[] changed = rows(1, 0);
    ByteBuffer.wrap(changed).putFloat(12 + 5, Float.NaN);
    assertRefused(changed, "a value of a stored row is NaN, which is no number");
  }

  /** Makes private rows of one feature, 1, and two classes. */
  private static byte[] rows(int count, int... ids) {
    ByteBuffer bytes = ByteBuffer.allocate(12 + ROW * ids.length);
    bytes.putInt(1).putInt(2).putInt(count);
    for (int id : ids) {
      bytes.put((byte) 0).putInt(id).putFloat(1).putFloat(0).putFloat(1);
    }
    return bytes.array();
  }

  private static StoredRows restored(byte[] saved) throws IOException {
    StoredRows rows = new StoredRows(1, 2);
    rows.restore(new DataInputStream(new ByteArrayInputStream(saved)));
    return rows;
  }

  private static void assertRefused(byte[] saved, String message) {
    assertThatIOException().isThrownBy(() -> restored(saved)).withMessage(message);
  }
}

package org.limbeck.exchange.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

class RowMapTest {
  private static final Block SELECTED = rows(7, 3, 20, 5, 1, 0, 9, 8, 2, 4);

  @Test
  void bitsStandForTheRowsOfTheRoundInTheirOrder() throws MalformedPayloadException {
    Block sent = rows(7, 20, 8, 4);
    ByteBuffer map = ByteBuffer.allocate(RowMap.bytes(10));
    RowMap.write(SELECTED, sent, map);
    assertThat(map.array()).containsExactly((byte) 0b1000_0101, (byte) 0b10);
    Block read = new Block(10, 1);
    RowMap.read(map.flip(), SELECTED, read);
    assertThat(Arrays.copyOf(read.ids(), read.rows())).containsExactly(7, 20, 8, 4);
  }

  @Test
  void refusesMapsThatAreNone() {
    assertThatThrownBy(() -> read(1)).hasMessage("a map of 10 rows takes 2 bytes, not 1");
    assertThatThrownBy(() -> read(0, 0)).hasMessage("the map names no row");
    assertThatThrownBy(() -> read(1, 4)).hasMessage("the map names rows beyond the last one");
  }

  @Test
  void someRowsMayBeSentInTheirOrder() {
    SelectedRows selection =
        new SelectedRows(
            (round, ids) -> {
              System.arraycopy(SELECTED.ids(), 0, ids, 0, 10);
              return 10;
            });
    Block buffer = new Block(10, 1);
    assertThatCode(() -> selection.requireSomeSendable("a", 0, rows(3, 5, 4), buffer))
        .doesNotThrowAnyException();
    assertThatCode(() -> selection.requireSomeSendable("a", 0, rows(), buffer))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> selection.requireSomeSendable("a", 6, rows(5, 3), buffer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 3 is none of round 6, or not in their order");
    Block infinite = rows(3);
    infinite.values()[0] = Float.POSITIVE_INFINITY;
    assertThatThrownBy(() -> selection.requireSomeSendable("a", 0, infinite, buffer))
        .isInstanceOf(DivergenceException.class);
  }

  private static void read(int... bytes) throws MalformedPayloadException {
    ByteBuffer map = ByteBuffer.allocate(bytes.length);
    for (int each : bytes) {
      map.put((byte) each);
    }
    RowMap.read(map.flip(), SELECTED, new Block(10, 1));
  }

  private static Block rows(int... ids) {
    Block rows = new Block(ids.length, 1);
    rows.rows(ids.length);
    System.arraycopy(ids, 0, rows.ids(), 0, ids.length);
    return rows;
  }
}

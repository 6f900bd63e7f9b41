package org.limbeck.exchange.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.exchange.channel.SerializedState;

/** The states of channels, as checkpoints of format 3 have them. */
class ChannelStateTest {
  private static final String TWO_ROWS_OF_ONE_VALUE = "00000002" + "00000001";
  private static final String ONE_COPY = "00000001";
  private static final String OF_A = "0001" + "61";
  private static final String OF_THE_SERVER = "0007" + "40736572766572";

  /** One frame, one row, row 1, 0.5. */
  private static final String COPY = "0000000000000001" + "00000001" + "00000001" + "3f000000";

  private static final String NO_EDGES = "00000000";

  @Test
  void lockStep() throws IOException {
    assertBytes(
        new ChannelState.LockStep(2, 1, Map.of("a", copy())),
        TWO_ROWS_OF_ONE_VALUE + ONE_COPY + OF_A + COPY + NO_EDGES);
  }

  @Test
  void async() throws IOException {
    String edges = "0000000000000007" + "00000001" + "0001" + "62" + "0000000000000009";
    assertBytes(
        new ChannelState.Async(2, 1, Map.of("a", copy()), 7, Map.of("b", 9L)),
        TWO_ROWS_OF_ONE_VALUE + ONE_COPY + OF_A + COPY + "00000017" + edges);
  }

  @Test
  void server() throws IOException {
    assertBytes(
        new ChannelState.Server(2, 1, copy()),
        TWO_ROWS_OF_ONE_VALUE + ONE_COPY + OF_THE_SERVER + COPY + NO_EDGES);
  }

  @Test
  void empty() throws IOException {
    assertBytes(new ChannelState.Empty(2, 1), TWO_ROWS_OF_ONE_VALUE + "00000000" + NO_EDGES);
  }

  private static void assertBytes(ChannelState state, String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex("00000001" + hex);
    assertThat(SerializedState.of(out -> ChannelState.write(List.of(state), out))).isEqualTo(bytes);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<ChannelState> read = ChannelState.read(in);
    assertThat(in.available()).isZero();
    assertThat(read).hasSize(1);
    assertThat(read.get(0)).isInstanceOf(state.getClass());
    assertThat(SerializedState.of(out -> ChannelState.write(read, out))).isEqualTo(bytes);
  }

  static PublicCopy copy() {
    Block row = new Block(1, 1);
    row.rows(1);
    row.ids()[0] = 1;
    row.values()[0] = 0.5f;
    PublicCopy copy = new PublicCopy(2, 1);
    copy.add(row);
    return copy;
  }
}

package org.limbeck.architectures.external;

import java.util.function.LongSupplier;
import org.limbeck.api.Block;

/**
 * The rows that a program has been sent. Each is sent once, by whichever model names it first; when
 * they take too much memory, all are forgotten, on both sides. Used under the monitor of the
 * program.
 */
final class SentRows {
  /** Messages with rows do not become longer, but for a single row that is. */
  private static final int MOST_BYTES = 1 << 22;

  private final Program program;
  private final LongSupplier memory;
  private RowTable table = new RowTable(1);

  /**
   * Makes a list without rows.
   *
   * @param memory how many bytes rows may take here
   */
  SentRows(Program program, LongSupplier memory) {
    this.program = program;
    this.memory = memory;
  }

  /** Makes room for some more rows, by forgetting all others if need be. */
  void makeRoom(int features, int rows) {
    boolean fits = (table.size() + (long) rows) * features * Float.BYTES <= memory.getAsLong();
    if (table.features() == features && (fits || table.size() == 0)) {
      return;
    }
    if (table.size() > 0) {
      program.question(MessageKind.FORGET);
      program.ask(0);
    }
    table = new RowTable(features);
  }

  /**
   * Numbers the rows of a block, and sends those that are new.
   *
   * @param known the numbers that the model knows
   * @param into receives the number of each row
   */
  void number(Block rows, RowRole role, RowNumbers known, int[] into) {
    known.use(table);
    int unsent = 0;
    for (int row = 0; row < rows.rows(); row++) {
      int id = rows.ids()[row];
      int at = row * rows.width();
      int number = known.find(role, id, rows.values(), at);
      if (number < 0) {
        number = table.add(rows.values(), at);
        known.put(role, id, number);
        unsent = append(rows.values(), at, number, unsent);
      }
      into[row] = number;
    }
    send(unsent);
  }

  private int append(float[] values, int at, int number, int unsent) {
    MessageWriter message;
    if (unsent == 0) {
      message = program.question(MessageKind.ROWS).int32(0).int32(number).int32(table.features());
    } else {
      message = program.question();
    }
    message.floats(values, at, table.features());
    if (message.bodyBytes() < MOST_BYTES) {
      return unsent + 1;
    }
    send(unsent + 1);
    return 0;
  }

  private void send(int rows) {
    if (rows > 0) {
      program.question().int32At(0, rows);
      program.ask(0);
    }
  }
}

package org.limbeck.architectures.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;

/**
 * The test program refuses rows that do not follow those before, and names that it does not know.
 */
class SentRowsTest {
  private static final int FEATURES = 3;

  private final Program program = new Program(new Command(TestProgram.command()), 60);
  private final RowNumbers known = new RowNumbers();

  @BeforeEach
  void start() {
    program.start();
  }

  @AfterEach
  void end() {
    program.close();
  }

  @Test
  void eachRowHasOneNumberWhateverItIsCalled() {
    SentRows sent = new SentRows(program, () -> Long.MAX_VALUE);
    Block rows = rows(40);
    int[] numbers = number(sent, rows, RowRole.PRIVATE);
    assertThat(number(sent, rows, RowRole.PRIVATE)).isEqualTo(numbers);
    for (int i = 0; i < rows.rows(); i++) {
      rows.ids()[i] += 1000;
    }
    assertThat(number(sent, rows, RowRole.ASKED)).isEqualTo(numbers);
    assertThat(numbers).doesNotHaveDuplicates().startsWith(0, 1, 2).endsWith(39);
  }

  @Test
  void beginsAnewWhenRowsTakeTooMuchMemory() {
    SentRows sent = new SentRows(program, () -> 50L * FEATURES * Float.BYTES);
    Block rows = rows(60);
    rows.rows(30);
    assertThat(number(sent, rows, RowRole.PRIVATE)).endsWith(29);
    System.arraycopy(rows.values(), 30 * FEATURES, rows.values(), 0, 30 * FEATURES);
    assertThat(number(sent, rows, RowRole.PRIVATE))
        .as("after forgetting")
        .startsWith(0)
        .endsWith(29);
    rows.rows(60);
    assertThat(number(sent, rows(60), RowRole.PRIVATE))
        .as("more than there is room for")
        .endsWith(59);
  }

  @Test
  void rowsOfAnotherWidthBeginAnew() {
    SentRows sent = new SentRows(program, () -> Long.MAX_VALUE);
    number(sent, rows(5), RowRole.PRIVATE);
    Block wide = new Block(2, 5);
    wide.rows(2);
    wide.values()[5] = 1;
    synchronized (program) {
      sent.makeRoom(5, 2);
      int[] numbers = new int[2];
      sent.number(wide, RowRole.PRIVATE, known, numbers);
      assertThat(numbers).containsExactly(0, 1);
    }
  }

  @Test
  void longBlocksGoInSeveralMessages() {
    SentRows sent = new SentRows(program, () -> Long.MAX_VALUE);
    int features = 100_000;
    Block rows = new Block(25, features);
    rows.rows(25);
    for (int i = 0; i < 25; i++) {
      rows.ids()[i] = i;
      rows.values()[i * features + i] = 1;
    }
    synchronized (program) {
      sent.makeRoom(features, 25);
      int[] numbers = new int[25];
      sent.number(rows, RowRole.REFERENCE, known, numbers);
      assertThat(numbers).startsWith(0, 1).endsWith(24);
    }
  }

  private int[] number(SentRows sent, Block rows, RowRole role) {
    int[] numbers = new int[rows.rows()];
    synchronized (program) {
      sent.makeRoom(FEATURES, rows.rows());
      sent.number(rows, role, known, numbers);
    }
    return numbers;
  }

  private static Block rows(int count) {
    SplittableRandom random = new SplittableRandom(1);
    Block rows = new Block(count, FEATURES);
    rows.rows(count);
    for (int i = 0; i < count; i++) {
      rows.ids()[i] = i;
    }
    for (int i = 0; i < rows.values().length; i++) {
      rows.values()[i] = random.nextFloat();
    }
    return rows;
  }
}

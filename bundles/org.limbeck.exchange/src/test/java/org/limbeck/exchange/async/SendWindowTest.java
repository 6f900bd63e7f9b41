package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.neighbours.Neighbour;

class SendWindowTest {
  private static final int ROWS = 4;

  private final SendWindow window = new SendWindow(ROWS);

  @Test
  void isOpenWhereThereIsNobody() {
    assertThat(window.isOpen(1000, List.of())).isTrue();
  }

  @Test
  void isClosedWhileNobodyHasAnswered() {
    AsyncEdge edge = edge();
    assertThat(window.isOpen(0, List.of(edge))).isFalse();
  }

  @Test
  void hasNobodyToBeAheadOfWhileNobodyHasAnswered() {
    assertThat(window.isAhead(1000, List.of(edge()))).isFalse();
  }

  @Test
  void closesForARowUntilAFlowAnswersIt() {
    assertThat(IntStream.range(0, ROWS)).allMatch(window::isAnswered);
    window.sent(rows(1, 2));
    assertThat(IntStream.range(0, ROWS).filter(window::isAnswered)).containsExactly(0, 3);
    window.answer(rows(2));
    assertThat(IntStream.range(0, ROWS).filter(window::isAnswered)).containsExactly(0, 2, 3);
    window.answerAll();
    assertThat(IntStream.range(0, ROWS)).allMatch(window::isAnswered);
  }

  @Test
  void letsNewsBeAcknowledgedOnce() {
    window.heard();
    assertThat(window.isFrameDue()).isTrue();
    window.sent();
    assertThat(window.isFrameDue()).isFalse();
  }

  @Test
  void sendsAtGrowingIntervalsWhereNothingComes() {
    assertThat(spoken(256)).containsExactly(4, 8, 16, 32, 64, 128, 192, 256);
  }

  @Test
  void asksSoonAgainAfterSomethingHasCome() {
    spoken(100);
    window.heard();
    window.sent();
    assertThat(spoken(10)).containsExactly(4, 8);
    window.sent(rows(0));
    assertThat(spoken(10)).containsExactly(4, 8);
  }

  /** Returns the quiet rounds, of so many from now on, in which something is said. */
  private List<Integer> spoken(int rounds) {
    List<Integer> spoken = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      if (window.isFrameDue()) {
        window.sent();
        spoken.add(round);
      }
    }
    return spoken;
  }

  private AsyncEdge edge() {
    ChannelBuffers.Sizes sizes = new ChannelBuffers.Sizes(ROWS, 2, 0);
    return new AsyncEdge("a", new Neighbour("b", 0.5f), true, sizes, window, 0);
  }

  private static Block rows(int... ids) {
    Block block = new Block(ids.length, 2);
    block.rows(ids.length);
    System.arraycopy(ids, 0, block.ids(), 0, ids.length);
    return block;
  }
}

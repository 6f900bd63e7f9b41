package org.limbeck.exchange.lockstep;

import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.exchange.channel.SelectedRows;

/**
 * By which of the graphs that follow each other each row is exchanged: one that was selected c
 * times before is in phase c mod P. As all devices select the same rows, they need not tell each
 * other, nor keep it: it is counted from the first round on. Used by one thread at a time.
 */
final class RowPhases {
  private final SelectedRows selection;
  private final int period;
  private final int[] phases;
  private long counted;

  /**
   * Has counted no round yet.
   *
   * @param rows the number of rows of the channel
   * @param period P, at least 1
   */
  RowPhases(SelectedRows selection, int rows, int period) {
    this.selection = selection;
    this.phases = new int[rows];
    this.period = period;
  }

  /** Writes the ids of the rows of a round into {@code into}, and goes to that round. */
  Block of(long round, Block into) {
    if (round < counted) {
      Arrays.fill(phases, 0);
      counted = 0;
    }
    for (; counted < round; counted++) {
      Block rows = selection.of(counted, into);
      for (int i = 0; i < rows.rows(); i++) {
        int row = rows.ids()[i];
        phases[row] = (phases[row] + 1) % period;
      }
    }
    return selection.of(round, into);
  }

  /** Returns the phase of a row in the round that was asked for last. */
  int of(int row) {
    return phases[row];
  }
}

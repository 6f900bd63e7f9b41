package org.limbeck.exchange.channel;

import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.RowSelection;

/** The rows that the frames of a channel are about, and no others. */
public record SelectedRows(RowSelection selection) {

  /** Writes the ids of the rows of a round into {@code into}, and returns it. */
  public Block of(long round, Block into) {
    into.rows(selection.select(round, into.ids()));
    return into;
  }

  /**
   * Requires finite values for the rows of a round.
   *
   * @param buffer receives the ids of the rows of the round
   */
  public void requireSendable(String device, long round, Block values, Block buffer) {
    Block rows = of(round, buffer);
    int count = rows.rows();
    if (count != values.rows() || !Arrays.equals(rows.ids(), 0, count, values.ids(), 0, count)) {
      throw new IllegalArgumentException("these are not the rows of round " + round);
    }
    requireFinite(device, round, values);
  }

  /**
   * Requires finite values for all or some of the rows of a round, in their order.
   *
   * @param buffer receives the ids of the rows of the round
   */
  public void requireSomeSendable(String device, long round, Block values, Block buffer) {
    Block rows = of(round, buffer);
    int found = 0;
    for (int row = 0; row < rows.rows() && found < values.rows(); row++) {
      if (rows.ids()[row] == values.ids()[found]) {
        found++;
      }
    }
    if (found < values.rows()) {
      throw new IllegalArgumentException(
          "row " + values.ids()[found] + " is none of round " + round + ", or not in their order");
    }
    requireFinite(device, round, values);
  }

  private static void requireFinite(String device, long round, Block values) {
    for (int i = 0; i < values.rows() * values.width(); i++) {
      if (!Float.isFinite(values.values()[i])) {
        throw new DivergenceException(
            device,
            round,
            "its value for row " + values.ids()[i / values.width()] + " is " + values.values()[i]);
      }
    }
  }
}

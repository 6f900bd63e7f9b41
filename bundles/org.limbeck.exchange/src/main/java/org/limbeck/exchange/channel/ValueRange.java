package org.limbeck.exchange.channel;

import org.limbeck.api.Block;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

/**
 * Which values an honest device may send.
 *
 * @param most the greatest absolute value
 */
public record ValueRange(float most) {
  /** Soft decisions: an estimate leaves the simplex a little, and nobody needs more than that. */
  public static final ValueRange DECISIONS = new ValueRange(64);

  /** All numbers that are finite. */
  public static final ValueRange FINITE = new ValueRange(Float.MAX_VALUE);

  /**
   * Checks all values of a block.
   *
   * @throws MalformedFrameException if one is out of range
   */
  public void require(Block values, String sender) throws MalformedFrameException {
    for (int i = 0; i < values.rows() * values.width(); i++) {
      float value = values.values()[i];
      if (!(Math.abs(value) <= most)) {
        throw new MalformedFrameException(
            Float.isFinite(value) ? RejectReason.OUT_OF_BOUNDS : RejectReason.NOT_FINITE,
            "a frame of " + sender + " has the value " + value + "; the most is " + most);
      }
    }
  }
}

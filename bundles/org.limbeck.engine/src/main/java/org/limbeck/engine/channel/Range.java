package org.limbeck.engine.channel;

import org.limbeck.api.Block;
import org.limbeck.engine.network.MalformedFrameException;
import org.limbeck.engine.network.Refusal;

/**
 * Which values an honest device may send.
 *
 * @param most the greatest absolute value
 */
public record Range(float most) {
  /** Soft decisions: an estimate leaves the simplex a little, and nobody needs more than that. */
  public static final Range DECISIONS = new Range(64);

  /** All numbers that are finite. */
  public static final Range FINITE = new Range(Float.MAX_VALUE);

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
            Float.isFinite(value) ? Refusal.OUT_OF_BOUNDS : Refusal.NOT_FINITE,
            "a frame of " + sender + " has the value " + value + "; the most is " + most);
      }
    }
  }
}

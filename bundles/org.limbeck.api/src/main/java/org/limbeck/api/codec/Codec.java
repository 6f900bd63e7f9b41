package org.limbeck.api.codec;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A stateless quantiser: turns the difference between a value and its public copy into bytes, and
 * back. Ids of rows are not encoded, since both sides know them. Offered as a service with {@link
 * CodecPlugin}. Safe for use by several threads at once; allocates nothing per call, or says how
 * much.
 */
@ConsumerType
public interface Codec {

  /**
   * Returns the most bytes that {@link #encode} writes for a block of this size.
   *
   * @throws ArithmeticException if it is more than an int holds
   */
  int maxBytes(int rows, int width);

  /**
   * Writes the block at the position of {@code out}, which has {@link #maxBytes} of room.
   *
   * @param difference finite values
   */
  void encode(Block difference, ByteBuffer out);

  /**
   * Reads what {@link #encode} wrote, from the position of {@code in} to its limit. All who decode
   * the same bytes get the same bits.
   *
   * @param in the bytes, possibly from a faulty or hostile sender
   * @param difference has the number of rows set, and receives the values, all finite; whatever
   *     finite differences were encoded, they decode to finite values
   * @throws MalformedPayloadException if the bytes are not such a block: too short, too long, or
   *     with values that are not finite
   */
  void decode(ByteBuffer in, Block difference) throws MalformedPayloadException;

  /**
   * Returns γ, the largest mixing step for which exchanging differences with this codec converges:
   * above 0, and at most 1.
   *
   * @param width values per row
   */
  float gamma(int width);

  /**
   * Returns whether this codec is made for differences to a public copy. One that is not is given
   * the values themselves, and cannot be used with a tracked estimate.
   */
  default boolean codesDifferences() {
    return true;
  }
}

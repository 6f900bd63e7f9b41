package org.limbeck.api.event;

/**
 * Bytes that went over the network.
 *
 * @param payloadBytes encoded values only, one copy per receiver
 * @param frameBytes the same with the frames' headers and signatures
 * @param wireBytes what the transport put out for them, with headers of its own: one copy where it
 *     reaches all receivers at once; 0 if there is no wire
 * @param refusedFrames the number of frames that arrived and could not be used; their bytes are not
 *     counted
 */
public record Traffic(long payloadBytes, long frameBytes, long wireBytes, long refusedFrames) {
  /** No bytes. */
  public static final Traffic NONE = new Traffic(0, 0);

  /** Makes the traffic of a network without a wire. */
  public Traffic(long payloadBytes, long frameBytes) {
    this(payloadBytes, frameBytes, 0);
  }

  /** Makes traffic of which all could be used. */
  public Traffic(long payloadBytes, long frameBytes, long wireBytes) {
    this(payloadBytes, frameBytes, wireBytes, 0);
  }

  /** Returns the sum of two amounts. */
  public Traffic plus(Traffic other) {
    return new Traffic(
        payloadBytes + other.payloadBytes,
        frameBytes + other.frameBytes,
        wireBytes + other.wireBytes,
        refusedFrames + other.refusedFrames);
  }

  /** Returns what came since an earlier count. */
  public Traffic minus(Traffic earlier) {
    return new Traffic(
        payloadBytes - earlier.payloadBytes,
        frameBytes - earlier.frameBytes,
        wireBytes - earlier.wireBytes,
        refusedFrames - earlier.refusedFrames);
  }
}

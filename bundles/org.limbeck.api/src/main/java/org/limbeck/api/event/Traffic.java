package org.limbeck.api.event;

/**
 * Bytes that went over the network.
 *
 * @param payloadBytes encoded values only
 * @param frameBytes the same with the frames' headers
 */
public record Traffic(long payloadBytes, long frameBytes) {
  /** No bytes. */
  public static final Traffic NONE = new Traffic(0, 0);

  /** Returns the sum of two amounts. */
  public Traffic plus(Traffic other) {
    return new Traffic(payloadBytes + other.payloadBytes, frameBytes + other.frameBytes);
  }

  /** Returns what came since an earlier count. */
  public Traffic minus(Traffic earlier) {
    return new Traffic(payloadBytes - earlier.payloadBytes, frameBytes - earlier.frameBytes);
  }
}

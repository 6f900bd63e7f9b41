package org.limbeck.exchange.discovery;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The time from the start of a device to its end, which tells what it says now from what it said in
 * another life. Immutable.
 *
 * @param nonce 32 hexadecimal digits that no other session has
 * @param begun when it began, in milliseconds since 1970; later sessions of a device have later
 *     ones
 */
public record DeviceSession(String nonce, long begun) implements Comparable<DeviceSession> {
  private static final int NONCE_BYTES = 16;

  /**
   * Begins a session.
   *
   * @param now milliseconds since 1970
   */
  public static DeviceSession begin(long now) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    return new DeviceSession(HexFormat.of().formatHex(nonce), now);
  }

  /** Compares when they began. */
  @Override
  public int compareTo(DeviceSession other) {
    return Long.compare(begun, other.begun);
  }
}

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
public record PeerSession(String nonce, long begun) implements Comparable<PeerSession> {
  private static final int NONCE_BYTES = 16;

  /**
   * Begins a session.
   *
   * @param now milliseconds since 1970
   */
  public static PeerSession begin(long now) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    return new PeerSession(HexFormat.of().formatHex(nonce), now);
  }

  /** Compares when they began. */
  @Override
  public int compareTo(PeerSession other) {
    return Long.compare(begun, other.begun);
  }
}

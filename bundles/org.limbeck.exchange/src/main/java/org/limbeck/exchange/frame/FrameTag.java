package org.limbeck.exchange.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Short fingerprints that tell apart what must be the same on both ends. */
public final class FrameTag {
  private FrameTag() {}

  /** Returns the first 8 bytes of the SHA-256 of a text in UTF-8, big-endian. */
  static long of8(String text) {
    return ByteBuffer.wrap(sha256(text)).getLong();
  }

  /** Returns the first 4 bytes of the SHA-256 of a text in UTF-8, big-endian. */
  public static int of4(String text) {
    return ByteBuffer.wrap(sha256(text)).getInt();
  }

  /** Returns all of the fingerprint: SHA-256 of the text in UTF-8. */
  public static byte[] sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

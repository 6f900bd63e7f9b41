package org.limbeck.exchange.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the codes of one device's frames for one other: what only these two can make, and costs a
 * fiftieth of a signature's check. A code says whether a signature is worth to be checked, and
 * nothing else. Used by one thread at a time.
 */
public final class FrameCode {
  /** The size of a code. */
  public static final int BYTES = Integer.BYTES;

  private static final String ALGORITHM = "HmacSHA256";
  private static final String CONTEXT = "limbeck frame code\n";

  private final Mac mac;
  private final byte[] result;

  /**
   * Makes the codes of a direction.
   *
   * @param secret what the two devices know, and nobody else
   */
  FrameCode(byte[] secret, String sender, String receiver) {
    try {
      Mac direction = mac(secret);
      byte[] text = (CONTEXT + sender + "\n" + receiver).getBytes(StandardCharsets.UTF_8);
      mac = mac(direction.doFinal(text));
      result = new byte[mac.getMacLength()];
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static Mac mac(byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(ALGORITHM);
    mac.init(new SecretKeySpec(key, ALGORITHM));
    return mac;
  }

  /**
   * Returns the code of a frame: the first four bytes of the HMAC-SHA256 of its header and its
   * signature, big-endian. It does not depend on the payload, as the signature does.
   *
   * @param header the bytes from position to limit; consumed
   * @param signature the bytes from position to limit; consumed
   */
  public int of(ByteBuffer header, ByteBuffer signature) {
    mac.update(header);
    mac.update(signature);
    try {
      mac.doFinal(result, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return ByteBuffer.wrap(result).getInt();
  }
}

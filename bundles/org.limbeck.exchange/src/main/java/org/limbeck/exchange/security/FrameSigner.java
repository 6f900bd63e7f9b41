package org.limbeck.exchange.security;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Signs the frames of a device with its private key: Ed25519, RFC 8032. Used by one thread at a
 * time.
 */
public final class FrameSigner {
  /** The size of a signature. */
  public static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

  public static final String ALGORITHM = "Ed25519";

  private final byte[] secret;
  private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final byte[] signature = new byte[SIGNATURE_BYTES];

  /**
   * Makes a signer.
   *
   * @throws IllegalArgumentException if it is no Ed25519 key
   */
  public FrameSigner(PrivateKey key) {
    if (!(key instanceof EdECPrivateKey edwards)
        || !edwards.getParams().getName().equals(ALGORITHM)) {
      throw new IllegalArgumentException("this key cannot sign frames: it is no Ed25519 key");
    }
    secret =
        edwards
            .getBytes()
            .orElseThrow(
                () -> new IllegalArgumentException("this key cannot sign frames: it is closed"));
    Ed25519.generatePublicKey(secret, 0, publicKey, 0);
  }

  /**
   * Puts the signature of the bytes from 0 to the position of a buffer with an array, one at least,
   * after them.
   */
  public void sign(ByteBuffer frame) {
    Ed25519.sign(
        secret,
        0,
        publicKey,
        0,
        frame.array(),
        frame.arrayOffset(),
        frame.position(),
        signature,
        0);
    frame.put(signature);
  }
}

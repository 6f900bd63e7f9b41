package org.limbeck.exchange.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * Signs the frames of a device with its private key: Ed25519, RFC 8032. Used by one thread at a
 * time.
 */
public final class FrameSigner {
  /** The size of a signature. */
  public static final int SIGNATURE_BYTES = 64;

  public static final String ALGORITHM = "Ed25519";

  private final Signature signature;

  /**
   * Makes a signer.
   *
   * @throws IllegalArgumentException if it is no Ed25519 key
   */
  public FrameSigner(PrivateKey key) {
    try {
      signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot sign frames: " + e.getMessage(), e);
    }
  }

  /**
   * Puts the signature of the bytes from 0 to the position of a buffer, one at least, after them.
   */
  public void sign(ByteBuffer frame) {
    ByteBuffer message = frame.duplicate().flip();
    try {
      signature.update(message);
      frame.put(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a frame cannot be signed: " + e.getMessage(), e);
    }
  }
}

package org.limbeck.exchange.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** Checks the signatures of a device with its public key. Used by one thread at a time. */
public final class FrameVerifier {
  private final PublicKey key;
  private final Signature signature;
  private final byte[] given = new byte[FrameSigner.SIGNATURE_BYTES];

  /**
   * Makes a verifier.
   *
   * @throws IllegalArgumentException if it is no Ed25519 key
   */
  public FrameVerifier(PublicKey key) {
    this.key = key;
    try {
      signature = Signature.getInstance(FrameSigner.ALGORITHM);
      signature.initVerify(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot check frames: " + e.getMessage(), e);
    }
  }

  /**
   * Returns whether the device has signed a message.
   *
   * @param message the bytes from position to limit; consumed
   * @param signed the signature, 64 bytes from the position on; consumed
   */
  public boolean verifies(ByteBuffer message, ByteBuffer signed) {
    signed.get(given);
    try {
      signature.update(message);
      return signature.verify(given);
    } catch (SignatureException e) {
      beginAnew();
      return false;
    }
  }

  /** After an exception the message may still be there, and would be part of the next one. */
  private void beginAnew() {
    try {
      signature.initVerify(key);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the key was good before", e);
    }
  }
}

package org.limbeck.exchange.security;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Checks the signatures of a device with its public key. Used by one thread at a time. */
public final class FrameVerifier {
  private final Ed25519.PublicPoint key;
  private final byte[] given = new byte[FrameSigner.SIGNATURE_BYTES];

  /**
   * Makes a verifier.
   *
   * @throws IllegalArgumentException if it is no Ed25519 key
   */
  public FrameVerifier(PublicKey key) {
    if (!(key instanceof EdECPublicKey edwards)
        || !edwards.getParams().getName().equals(FrameSigner.ALGORITHM)) {
      throw new IllegalArgumentException("this key cannot check frames: it is no Ed25519 key");
    }
    byte[] encoded = key.getEncoded();
    this.key =
        Ed25519.validatePublicKeyPartialExport(encoded, encoded.length - Ed25519.PUBLIC_KEY_SIZE);
    if (this.key == null) {
      throw new IllegalArgumentException("this key cannot check frames: it is no point");
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
    int length = message.remaining();
    byte[] bytes;
    int from;
    if (message.hasArray()) {
      bytes = message.array();
      from = message.arrayOffset() + message.position();
      message.position(message.limit());
    } else {
      bytes = new byte[length];
      from = 0;
      message.get(bytes);
    }
    return Ed25519.verify(given, 0, key, bytes, from, length);
  }
}

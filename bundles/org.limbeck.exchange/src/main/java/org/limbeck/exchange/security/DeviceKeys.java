package org.limbeck.exchange.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/**
 * The Ed25519 keys of a device.
 *
 * @param device its id
 * @param privateKey what it signs with; empty for devices that are elsewhere
 * @param publicKey what others check that with
 */
public record DeviceKeys(String device, Optional<PrivateKey> privateKey, PublicKey publicKey) {

  /** Draws new keys for a device, by the platform's source of true randomness. */
  public static DeviceKeys generate(String device) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(FrameSigner.ALGORITHM).generateKeyPair();
      return new DeviceKeys(device, Optional.of(pair.getPrivate()), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java machine has no " + FrameSigner.ALGORITHM, e);
    }
  }

  /**
   * Returns what people compare public keys by: {@code SHA256:} and the SHA-256 of the key as it is
   * in its file, in base64 without padding, as OpenSSH writes it.
   */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns whether others, which may be null for none, have the same public key. */
  public boolean hasPublicKeyOf(DeviceKeys other) {
    return other != null && publicKey.equals(other.publicKey);
  }

  /** Returns whether the private key, if there is one, is that of the public key. */
  public boolean belongTogether() {
    if (privateKey.isEmpty()) {
      return true;
    }
    try {
      byte[] message = device.getBytes(StandardCharsets.UTF_8);
      Signature signature = Signature.getInstance(FrameSigner.ALGORITHM);
      signature.initSign(privateKey.get());
      signature.update(message);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}

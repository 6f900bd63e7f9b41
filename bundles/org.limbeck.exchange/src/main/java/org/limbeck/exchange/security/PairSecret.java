package org.limbeck.exchange.security;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * What two devices know and nobody else, by their Ed25519 keys alone: the X25519 secret (RFC 7748)
 * of the same keys on the curve that is birationally equivalent, as libsodium converts them. Keys
 * may serve both: E. Thormarker, "On using the same key pair for Ed25519 and an X25519 based KEM",
 * IACR ePrint 2021/509.
 */
final class PairSecret {
  private static final String AGREEMENT = "X25519";
  private static final int SCALAR_BYTES = 32;

  /** Of the field: 2^255 - 19. */
  private static final BigInteger PRIME =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  private PairSecret() {}

  /**
   * Returns the secret, 32 bytes, which is the same from both sides; empty if one of these is no
   * key that can have any.
   */
  static Optional<byte[]> of(PrivateKey own, PublicKey other) {
    if (!(own instanceof EdECPrivateKey secret) || !(other instanceof EdECPublicKey open)) {
      return Optional.empty();
    }
    try {
      KeyFactory keys = KeyFactory.getInstance(AGREEMENT);
      KeyAgreement agreement = KeyAgreement.getInstance(AGREEMENT);
      agreement.init(
          keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar(secret))));
      agreement.doPhase(
          keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u(open))), true);
      return Optional.of(agreement.generateSecret());
    } catch (GeneralSecurityException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Returns what the private key multiplies by: RFC 8032, section 5.1.5; X25519 clamps it. */
  private static byte[] scalar(EdECPrivateKey key) throws GeneralSecurityException {
    byte[] seed = key.getBytes().orElseThrow(() -> new GeneralSecurityException("it is closed"));
    return Arrays.copyOf(MessageDigest.getInstance("SHA-512").digest(seed), SCALAR_BYTES);
  }

  /** Returns the coordinate u = (1 + y) / (1 - y) of a point: RFC 7748, section 4.1. */
  private static BigInteger u(EdECPublicKey key) {
    BigInteger y = key.getPoint().getY();
    return BigInteger.ONE.add(y).multiply(BigInteger.ONE.subtract(y).modInverse(PRIME)).mod(PRIME);
  }
}

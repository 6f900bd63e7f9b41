package org.limbeck.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PairSecretTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String FIRST =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
  private static final String SECOND_PUBLIC =
      "302a300506032b65700321003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

  /** By OpenSSL's X25519, of the first two keys of RFC 8032, section 7.1. */
  private static final String SECRET =
      "5166f24a6918368e2af831a4affadd97af0ac326bdf143596c045967cc00230e";

  @Test
  void isThatOfTheSameKeysOnTheOtherCurve() throws Exception {
    PrivateKey first =
        keys()
            .generatePrivate(
                new EdECPrivateKeySpec(NamedParameterSpec.ED25519, HEX.parseHex(FIRST)));
    PublicKey second = keys().generatePublic(new X509EncodedKeySpec(HEX.parseHex(SECOND_PUBLIC)));
    assertThat(PairSecret.of(first, second).map(HEX::formatHex)).contains(SECRET);
  }

  @Test
  void isTheSameFromBothSides() {
    for (int i = 0; i < 20; i++) {
      DeviceKeys one = DeviceKeys.generate("one");
      DeviceKeys other = DeviceKeys.generate("other");
      byte[] secret =
          PairSecret.of(one.privateKey().orElseThrow(), other.publicKey()).orElseThrow();
      assertThat(PairSecret.of(other.privateKey().orElseThrow(), one.publicKey()).orElseThrow())
          .isEqualTo(secret);
    }
  }

  /** Whoever has such a key has the same secret with everybody: none. */
  @Test
  void isNoneWithAPointOfSmallOrder() throws Exception {
    PrivateKey own = DeviceKeys.generate("own").privateKey().orElseThrow();
    for (int y : new int[] {0, 1}) {
      PublicKey small =
          keys()
              .generatePublic(
                  new EdECPublicKeySpec(
                      NamedParameterSpec.ED25519, new EdECPoint(false, BigInteger.valueOf(y))));
      assertThat(PairSecret.of(own, small)).as("y = %d", y).isEmpty();
    }
  }

  private static KeyFactory keys() throws Exception {
    return KeyFactory.getInstance(FrameSigner.ALGORITHM);
  }
}

package org.limbeck.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.KeyPairGenerator;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameSignerTest {
  private final DeviceKeys keys = DeviceKeys.generate("device-1");
  private final FrameSigner signer = new FrameSigner(keys.privateKey().orElseThrow());
  private final FrameVerifier verifier = new FrameVerifier(keys.publicKey());

  @Test
  void aVerifierKnowsWhatItsDeviceHasSigned() {
    for (int length : new int[] {1, 64, 5000}) {
      assertThat(verifies(signed(length))).isTrue();
    }
  }

  @Test
  void refusesWhateverBitIsAnother() {
    byte[] signed = signed(10);
    for (int bit = 0; bit < 8 * signed.length; bit++) {
      byte[] forged = signed.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verifies(forged)).as("bit %d", bit).isFalse();
    }
    assertThat(verifies(signed)).as("after refusals").isTrue();
  }

  @Test
  void signaturesThatAreNoneLeaveNothingBehind() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] signed = signed(10);
    for (int i = 0; i < 50; i++) {
      byte[] forged = signed.clone();
      random.nextBytes(forged);
      assertThat(verifies(forged)).isFalse();
      assertThat(verifies(signed)).isTrue();
    }
  }

  @Test
  void refusesTheSignatureOfAnother() {
    FrameVerifier other = new FrameVerifier(DeviceKeys.generate("device-2").publicKey());
    byte[] signed = signed(10);
    assertThat(other.verifies(ByteBuffer.wrap(signed, 0, 10), ByteBuffer.wrap(signed, 10, 64)))
        .isFalse();
  }

  @Test
  void refusesOtherSortsOfKeys() throws Exception {
    var rsa = KeyPairGenerator.getInstance("EC").generateKeyPair();
    assertThatThrownBy(() -> new FrameSigner(rsa.getPrivate()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FrameVerifier(rsa.getPublic()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private byte[] signed(int length) {
    ByteBuffer out = ByteBuffer.allocate(length + FrameSigner.SIGNATURE_BYTES);
    out.put(HexFormat.of().parseHex("0a".repeat(length)));
    signer.sign(out);
    assertThat(out.remaining()).isZero();
    return out.array();
  }

  private boolean verifies(byte[] signed) {
    int end = signed.length - FrameSigner.SIGNATURE_BYTES;
    return verifier.verifies(
        ByteBuffer.wrap(signed, 0, end), ByteBuffer.wrap(signed, end, FrameSigner.SIGNATURE_BYTES));
  }
}

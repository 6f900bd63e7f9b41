package org.limbeck.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;

/** A signed frame, taken apart by docs/wire-format.md and nothing else. */
record WireFrame(
    int kind,
    int flags,
    int channel,
    long network,
    int reference,
    int codec,
    int incarnation,
    int sequence,
    int round,
    String sender,
    byte[] payload,
    byte[] bytes) {
  private static final int MAGIC = 0x4c4d424b;
  private static final int FORMAT = 4;
  private static final int HEADER = 41;
  private static final int SIGNATURE = 64;
  private static final int CODE = 4;

  /** Reads a frame; every byte of it has its meaning. */
  static WireFrame read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    assertThat(in.getInt()).isEqualTo(MAGIC);
    assertThat(in.get()).isEqualTo((byte) FORMAT);
    int kind = in.get();
    int flags = in.get();
    int channel = in.get();
    long network = in.getLong();
    int reference = in.getInt();
    int codec = in.getInt();
    int incarnation = in.getInt();
    int sequence = in.getInt();
    int round = in.getInt();
    byte[] payload = new byte[in.getInt()];
    byte[] sender = new byte[in.get() & 0xff];
    int codes = bytes.length - HEADER - sender.length - payload.length - SIGNATURE;
    assertThat(codes).isPositive();
    assertThat(codes % CODE).isZero();
    in.get(sender).get(payload);
    return new WireFrame(
        kind,
        flags,
        channel,
        network,
        reference,
        codec,
        incarnation,
        sequence,
        round,
        new String(sender, StandardCharsets.UTF_8),
        payload,
        bytes);
  }

  boolean isSignedBy(PublicKey key) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    int signed = HEADER + sender.length() + payload.length;
    signature.update(bytes, 0, signed);
    return signature.verify(Arrays.copyOfRange(bytes, signed, signed + SIGNATURE));
  }

  /** Returns how many receivers there are codes for. */
  int receivers() {
    return (bytes.length - HEADER - sender.length() - payload.length - SIGNATURE) / CODE;
  }
}

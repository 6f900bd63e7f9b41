package org.limbeck.exchange.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.FrameSigner;
import org.limbeck.exchange.security.KeyRing;

/**
 * Makes frames that no honest device sends out of frames of a device with a key, and signs them as
 * it does, with codes for all who have one.
 */
public final class DishonestFrames {
  private static final int KIND = 5;
  private static final int SEQUENCE = 28;

  private final FrameSigner signer;
  private final List<FrameCode> codes;

  /** Makes those of a device. */
  public DishonestFrames(KeyRing keys, String device) {
    signer = keys.signer(device);
    codes =
        keys.keys().keySet().stream().flatMap(to -> keys.codes(device).to(to).stream()).toList();
  }

  /** Returns a frame of a channel with another last value; others as they are. */
  public byte[] withLastValue(byte[] frame, float value) {
    if (frame[KIND] != Frame.DATA) {
      return frame;
    }
    byte[] body = body(frame);
    ByteBuffer.wrap(body).putFloat(body.length - Float.BYTES, value);
    return signed(body);
  }

  /** Returns a frame with another sequence number. */
  public byte[] withLaterSequence(byte[] frame, int by) {
    byte[] body = body(frame);
    ByteBuffer.wrap(body).putInt(SEQUENCE, ByteBuffer.wrap(body).getInt(SEQUENCE) + by);
    return signed(body);
  }

  /** Returns a frame with so many bytes more. */
  public byte[] longer(byte[] frame, int bytes) {
    byte[] body = body(frame);
    byte[] longer = Arrays.copyOf(body, body.length + bytes);
    ByteBuffer header = ByteBuffer.wrap(longer);
    header.putInt(Frame.PAYLOAD_LENGTH, header.getInt(Frame.PAYLOAD_LENGTH) + bytes);
    return signed(longer);
  }

  /** Returns a frame with another number in its payload. */
  public byte[] withNumber(byte[] frame, int place, int number) {
    byte[] body = body(frame);
    int payload = Frame.HEADER_BYTES + body[Frame.SENDER_LENGTH];
    ByteBuffer.wrap(body).putInt(payload + place, number);
    return signed(body);
  }

  private static byte[] body(byte[] frame) {
    int payload = ByteBuffer.wrap(frame).getInt(Frame.PAYLOAD_LENGTH);
    return Arrays.copyOf(frame, Frame.HEADER_BYTES + frame[Frame.SENDER_LENGTH] + payload);
  }

  private byte[] signed(byte[] body) {
    ByteBuffer frame = ByteBuffer.allocate(body.length + FrameSigner.SIGNATURE_BYTES).put(body);
    signer.sign(frame);
    frame.flip();
    ByteBuffer out = ByteBuffer.allocate(frame.limit() + codes.size() * FrameCode.BYTES);
    FrameWriter.address(frame, codes, out);
    return out.array();
  }
}

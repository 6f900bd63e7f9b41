package org.limbeck.exchange.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.limbeck.exchange.security.FrameSigner;

/**
 * Makes frames that no honest device sends out of frames of a device with a key, and signs them as
 * it does.
 *
 * @param signer that of the device
 */
public record DishonestFrames(FrameSigner signer) {
  private static final int KIND = 5;
  private static final int SEQUENCE = 28;

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
    return Arrays.copyOf(frame, frame.length - FrameSigner.SIGNATURE_BYTES);
  }

  private byte[] signed(byte[] body) {
    ByteBuffer out = ByteBuffer.allocate(body.length + FrameSigner.SIGNATURE_BYTES).put(body);
    signer.sign(out);
    return out.array();
  }
}

package org.limbeck.exchange.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.FrameSigner;

/** Writes frames as {@link Frame} specifies them. Used by one thread at a time. */
public final class FrameWriter {
  private final Optional<FrameSigner> signer;
  private final FrameChecksum checksum = new FrameChecksum();

  /** Makes a writer that ends frames with a signature, if there is a signer. */
  public FrameWriter(Optional<FrameSigner> signer) {
    this.signer = signer;
  }

  /** Returns the size of a frame with a payload of some bytes. */
  public int sizeOf(Envelope envelope, int payload) {
    int more = signer.isPresent() ? FrameSigner.SIGNATURE_BYTES - Frame.CHECKSUM_BYTES : 0;
    return Math.addExact(Frame.size(envelope.sender().length, payload), more);
  }

  /**
   * Begins a frame: writes its header and leaves the buffer where the payload goes.
   *
   * @param flags {@link Frame#EXPLICIT_ROWS} or 0
   * @param sequence 0 to 2^32 - 1
   * @param round 0 to 2^32 - 1
   */
  public static void begin(
      ByteBuffer out,
      Envelope envelope,
      int kind,
      int flags,
      int channel,
      long sequence,
      long round) {
    Envelope.requireUnsigned("sequence", sequence);
    Envelope.requireUnsigned("round", round);
    out.clear().order(ByteOrder.BIG_ENDIAN);
    out.putInt(Frame.MAGIC).put((byte) Frame.FORMAT);
    out.put((byte) kind).put((byte) flags).put((byte) channel);
    out.putLong(envelope.network()).putInt(envelope.reference()).putInt(envelope.codec());
    out.putInt((int) envelope.incarnation()).putInt((int) sequence).putInt((int) round).putInt(0);
    out.put((byte) envelope.sender().length).put(envelope.sender());
  }

  /** Ends a frame whose payload stands before the position of the buffer, and flips the buffer. */
  public void end(ByteBuffer out) {
    int end = out.position();
    int sender = Byte.toUnsignedInt(out.get(Frame.SENDER_LENGTH));
    out.order(ByteOrder.BIG_ENDIAN).putInt(Frame.PAYLOAD_LENGTH, end - Frame.HEADER_BYTES - sender);
    if (signer.isPresent()) {
      out.put(Frame.FLAGS, (byte) (out.get(Frame.FLAGS) | Frame.SIGNED));
      signer.get().sign(out);
    } else {
      out.putInt(checksum.of(out, end));
    }
    out.flip();
  }

  /**
   * Writes a signed frame that has ended, and its codes for some receivers after it, and flips the
   * buffer that they are written to.
   *
   * @param frame the bytes from position to limit
   * @param codes what makes the codes
   * @param out has room for all of it
   */
  public static void address(ByteBuffer frame, List<FrameCode> codes, ByteBuffer out) {
    ByteBuffer whole = frame.slice();
    int header = Frame.HEADER_BYTES + Byte.toUnsignedInt(whole.get(Frame.SENDER_LENGTH));
    int signature = whole.limit() - FrameSigner.SIGNATURE_BYTES;
    out.clear().order(ByteOrder.BIG_ENDIAN).put(frame.duplicate());
    for (FrameCode code : codes) {
      out.putInt(
          code.of(whole.slice(0, header), whole.slice(signature, FrameSigner.SIGNATURE_BYTES)));
    }
    out.flip();
  }
}

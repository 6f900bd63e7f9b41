package org.limbeck.exchange.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.FrameSigner;
import org.limbeck.exchange.security.FrameVerifier;

/**
 * Reads the bytes that travel between devices: a payload with a header that says what it is, and a
 * checksum or a signature. A view of a buffer, reused from frame to frame; used by one thread at a
 * time. {@link FrameWriter} writes them.
 *
 * <pre>
 * offset  bytes  content, big-endian, numbers unsigned
 *      0      4  magic "LMBK"
 *      4      1  format, 4
 *      5      1  kind
 *      6      1  flags: 1 signed, 2 explicit rows; the others are 0
 *      7      1  channel
 *      8      8  tag of the network
 *     16      4  tag of the reference data
 *     20      4  tag of the codec
 *     24      4  incarnation of the sender
 *     28      4  sequence number of the frame in its channel, from 0
 *     32      4  round
 *     36      4  length of the payload, p
 *     40      1  length of the sender's id, n, at least 1
 *     41      n  sender's id, UTF-8
 *   41+n      p  payload
 * 41+n+p      4  not signed: CRC-32C of all before
 * 41+n+p     64  signed: Ed25519 signature of all before
 * 105+n+p    4m  signed: codes for m receivers
 * </pre>
 */
public final class Frame {
  /** The format that is written, and the only one that is read. */
  public static final int FORMAT = 4;

  /** The most bytes of a frame, which is also the most that a packet of MQTT can carry. */
  public static final int MAX_BYTES = 1 << 28;

  /** The kind of frames of a channel. */
  public static final int DATA = 0;

  /** The kind of frames with all that a device knows. */
  public static final int SNAPSHOT = 1;

  /** The kind of frames that ask for another one to be sent again. */
  public static final int REQUEST = 2;

  /** The flag of frames with a signature. */
  public static final int SIGNED = 1;

  /** The flag of frames whose payload says which rows it has. */
  public static final int EXPLICIT_ROWS = 2;

  static final int HEADER_BYTES = 41;
  static final int CHECKSUM_BYTES = Integer.BYTES;

  static final int MAGIC = 0x4C4D424B;
  static final int PREFIX_BYTES = 5;
  static final int FLAGS = 6;
  static final int PAYLOAD_LENGTH = 36;
  static final int SENDER_LENGTH = 40;

  private final FrameChecksum checksum = new FrameChecksum();
  private ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES);
  private int senderBytes;
  private int payloadBytes;

  /** Returns the size of a frame that is not signed. */
  public static int size(int senderBytes, int payloadBytes) {
    return Math.addExact(HEADER_BYTES + senderBytes + CHECKSUM_BYTES, payloadBytes);
  }

  /**
   * Returns whether bytes begin as a frame that a device sends, or as one of another format, which
   * is refused by its number later; nothing else of it is looked at.
   *
   * @param bytes the bytes from position to limit
   * @param sender the device's id in UTF-8
   */
  public static boolean beginsAsOf(ByteBuffer bytes, byte[] sender) {
    ByteBuffer frame = bytes.slice();
    int id = HEADER_BYTES + sender.length;
    return frame.limit() >= id
        && frame.getInt(0) == MAGIC
        && (frame.get(PREFIX_BYTES - 1) != FORMAT
            || (Byte.toUnsignedInt(frame.get(SENDER_LENGTH)) == sender.length
                && frame.slice(HEADER_BYTES, sender.length).equals(ByteBuffer.wrap(sender))));
  }

  /**
   * Returns the id of the device that bytes say they are from, if they begin as a frame does;
   * otherwise an empty text.
   */
  public static String claimedSender(ByteBuffer bytes) {
    ByteBuffer frame = bytes.slice();
    int length = frame.limit() < HEADER_BYTES ? 0 : Byte.toUnsignedInt(frame.get(SENDER_LENGTH));
    return frame.limit() < HEADER_BYTES + length
        ? ""
        : StandardCharsets.UTF_8.decode(frame.slice(HEADER_BYTES, length)).toString();
  }

  /**
   * Returns whether bytes that begin as a frame of a device are signed, as it seems, and have the
   * code that their receiver expects.
   *
   * @param bytes the bytes from position to limit
   */
  public static boolean hasCode(ByteBuffer bytes, FrameCode code) {
    ByteBuffer frame = bytes.slice();
    int header = HEADER_BYTES + Byte.toUnsignedInt(frame.get(SENDER_LENGTH));
    long signature = header + Integer.toUnsignedLong(frame.getInt(PAYLOAD_LENGTH));
    long first = signature + FrameSigner.SIGNATURE_BYTES;
    if (frame.get(PREFIX_BYTES - 1) != FORMAT
        || (frame.get(FLAGS) & SIGNED) == 0
        || frame.limit() < first + FrameCode.BYTES) {
      return false;
    }
    int expected =
        code.of(frame.slice(0, header), frame.slice((int) signature, FrameSigner.SIGNATURE_BYTES));
    boolean found = false;
    for (int at = (int) first; at <= frame.limit() - FrameCode.BYTES; at += FrameCode.BYTES) {
      found |= frame.getInt(at) == expected;
    }
    return found;
  }

  /**
   * Takes the frame between position and limit of a buffer. What its signature is worth must be
   * asked for apart.
   *
   * @throws MalformedFrameException if it is not a whole and undamaged frame
   */
  public void read(ByteBuffer in) throws MalformedFrameException {
    bytes = in.slice().order(ByteOrder.BIG_ENDIAN);
    int length = bytes.limit();
    requireFormat(length);
    if (length > MAX_BYTES) {
      throw refused(
          RejectReason.OVERSIZED, "it has " + length + " bytes, and the most is " + MAX_BYTES);
    }
    if (length < HEADER_BYTES) {
      throw refused(RejectReason.MALFORMED, "it has only " + length + " bytes");
    }
    int flags = bytes.get(FLAGS);
    if ((flags & ~(SIGNED | EXPLICIT_ROWS)) != 0) {
      throw refused(RejectReason.MALFORMED, "there is no meaning to its flags, " + flags);
    }
    senderBytes = Byte.toUnsignedInt(bytes.get(SENDER_LENGTH));
    long payload = Integer.toUnsignedLong(bytes.getInt(PAYLOAD_LENGTH));
    long expected = HEADER_BYTES + senderBytes + payload + trailerBytes();
    if (senderBytes == 0 || !fits(length - expected)) {
      throw refused(
          RejectReason.MALFORMED,
          "it has "
              + length
              + " bytes, and its header says "
              + expected
              + (isSigned() ? " and codes of " + FrameCode.BYTES : ""));
    }
    payloadBytes = (int) payload;
    if (!isSigned() && bytes.getInt(end()) != checksum.of(bytes, end())) {
      throw refused(RejectReason.DAMAGED, "its checksum is wrong");
    }
  }

  /** Returns whether there may be so many bytes after the signature or the checksum. */
  private boolean fits(long more) {
    return isSigned() ? more >= 0 && more % FrameCode.BYTES == 0 : more == 0;
  }

  /** Returns where the payload ends. */
  private int end() {
    return HEADER_BYTES + senderBytes + payloadBytes;
  }

  private void requireFormat(int length) throws MalformedFrameException {
    if (length < PREFIX_BYTES || bytes.getInt(0) != MAGIC) {
      throw refused(RejectReason.NO_FRAME, "it does not begin as frames do");
    }
    int format = Byte.toUnsignedInt(bytes.get(PREFIX_BYTES - 1));
    if (format != FORMAT) {
      throw new MalformedFrameException(
          RejectReason.OTHER_VERSION,
          "this frame is of format " + format + ", and this device reads format " + FORMAT);
    }
  }

  /** Returns what sort of frame it is, 0 to 255. */
  public int kind() {
    return Byte.toUnsignedInt(bytes.get(5));
  }

  /** Returns whether it ends with a signature. */
  public boolean isSigned() {
    return (bytes.get(FLAGS) & SIGNED) != 0;
  }

  /** Returns whether the payload says which rows it has. */
  public boolean hasExplicitRows() {
    return (bytes.get(FLAGS) & EXPLICIT_ROWS) != 0;
  }

  /** Returns the number of the channel. */
  public int channel() {
    return Byte.toUnsignedInt(bytes.get(7));
  }

  /** Returns the tag of the network. */
  public long network() {
    return bytes.getLong(8);
  }

  /** Returns the tag of the reference data. */
  public int reference() {
    return bytes.getInt(16);
  }

  /** Returns the tag of the codec. */
  public int codec() {
    return bytes.getInt(20);
  }

  /** Returns the incarnation of the sender. */
  public long incarnation() {
    return Integer.toUnsignedLong(bytes.getInt(24));
  }

  /** Returns the sequence number in the sender's channel. */
  public long sequence() {
    return Integer.toUnsignedLong(bytes.getInt(28));
  }

  /** Returns the round that the payload belongs to. */
  public long round() {
    return Integer.toUnsignedLong(bytes.getInt(32));
  }

  /** Returns whether the device with this id, in UTF-8, says that it sent the frame. */
  public boolean isFrom(byte[] id) {
    if (id.length != senderBytes) {
      return false;
    }
    for (int i = 0; i < id.length; i++) {
      if (bytes.get(HEADER_BYTES + i) != id[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the frame is signed by the device that a verifier stands for. */
  public boolean isSignedBy(FrameVerifier verifier) {
    return isSigned() && verifier.verifies(bytes.slice(0, end()), signature());
  }

  private ByteBuffer signature() {
    return bytes.slice(end(), FrameSigner.SIGNATURE_BYTES);
  }

  /** Returns the id of the device that the frame says it is from. */
  public String sender() {
    ByteBuffer id = bytes.duplicate().limit(HEADER_BYTES + senderBytes).position(HEADER_BYTES);
    return StandardCharsets.UTF_8.decode(id).toString();
  }

  /** Returns the number of bytes of the payload. */
  public int payloadBytes() {
    return payloadBytes;
  }

  /** Returns the number of bytes of the whole frame. */
  public int frameBytes() {
    return bytes.limit();
  }

  /** Returns a buffer with its position and limit around the payload. */
  public ByteBuffer payload() {
    return bytes.duplicate().limit(end()).position(HEADER_BYTES + senderBytes);
  }

  private int trailerBytes() {
    return isSigned() ? FrameSigner.SIGNATURE_BYTES : CHECKSUM_BYTES;
  }

  private static MalformedFrameException refused(RejectReason reason, String message) {
    return new MalformedFrameException(reason, "this is no frame: " + message);
  }
}

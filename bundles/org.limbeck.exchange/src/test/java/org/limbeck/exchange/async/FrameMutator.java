package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/**
 * Makes frames that nobody should send from frames that are whole. Most of them have the length and
 * the checksum of a whole frame again, so that they get beyond the header.
 */
final class FrameMutator {
  private static final int SEQUENCE = 28;
  private static final int PAYLOAD_LENGTH = 36;
  private static final int SENDER_LENGTH = 40;
  private static final int HEADER_BYTES = 41;
  private static final int MOST_MUTATIONS = 4;
  private static final int[] FIELDS = {
    0, 4, 5, 6, 7, 8, 16, 20, 24, 28, 32, 36, 40, 41, 49, 50, 51
  };
  private static final int[] NUMBERS = {
    0,
    1,
    2,
    -1,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0xffff,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Float.floatToIntBits(Float.NaN),
    Float.floatToIntBits(Float.NEGATIVE_INFINITY),
    Float.floatToIntBits(Float.MAX_VALUE),
    Float.floatToIntBits(0.5f)
  };

  private final SplittableRandom random;
  private final CRC32C checksum = new CRC32C();

  FrameMutator(SplittableRandom random) {
    this.random = random;
  }

  /** Returns another frame, made of one and parts of a second. */
  byte[] mutate(byte[] frame, byte[] other) {
    byte[] mutant = frame;
    for (int count = 1 + random.nextInt(MOST_MUTATIONS); count > 0; count--) {
      mutant = mutateOnce(mutant, other);
    }
    return random.nextInt(4) == 0 ? mutant : repaired(mutant);
  }

  /** Returns another frame that has still the checksum of the first, or none at all. */
  byte[] damage(byte[] frame, byte[] other) {
    byte[] mutant = mutateOnce(frame, other);
    while (Arrays.equals(mutant, frame) || Arrays.equals(mutant, other)) {
      mutant = mutateOnce(frame, other);
    }
    return mutant;
  }

  /** Returns the second frame after one, with another value at the end of its payload. */
  byte[] lie(byte[] frame) {
    ByteBuffer lie = ByteBuffer.wrap(frame.clone());
    lie.putInt(SEQUENCE, lie.getInt(SEQUENCE) + 2);
    int last = frame.length - 2 * Integer.BYTES;
    lie.putFloat(last, lie.getFloat(last) + 0.5f);
    return repaired(lie.array());
  }

  private byte[] mutateOnce(byte[] frame, byte[] other) {
    if (frame.length == 0) {
      return other.clone();
    }
    byte[] mutant = frame.clone();
    int at = random.nextInt(frame.length);
    switch (random.nextInt(9)) {
      case 0, 1 -> mutant[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 2 -> mutant[at] = (byte) random.nextInt();
      case 3, 4 -> putNumber(mutant, FIELDS[random.nextInt(FIELDS.length)]);
      case 5 -> putNumber(mutant, at);
      case 6 -> mutant = Arrays.copyOf(mutant, random.nextInt(2 * frame.length));
      case 7 -> mutant = splice(frame, at, other, random.nextInt(other.length + 1));
      default -> mutant = splice(frame, at, frame, random.nextInt(frame.length));
    }
    return mutant;
  }

  private void putNumber(byte[] frame, int at) {
    ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);
    number.putInt(0, NUMBERS[random.nextInt(NUMBERS.length)]);
    int length = 1 << random.nextInt(3);
    for (int i = 0; i < length && at + i < frame.length; i++) {
      frame[at + i] = number.get(Integer.BYTES - length + i);
    }
  }

  private static byte[] splice(byte[] head, int end, byte[] tail, int begin) {
    byte[] spliced = Arrays.copyOf(head, end + tail.length - begin);
    System.arraycopy(tail, begin, spliced, end, tail.length - begin);
    return spliced;
  }

  /** Lets the header tell the true length, and ends with the true checksum, if there is room. */
  private byte[] repaired(byte[] frame) {
    if (frame.length <= SENDER_LENGTH) {
      return frame;
    }
    int end = frame.length - Integer.BYTES;
    int payload = end - HEADER_BYTES - (frame[SENDER_LENGTH] & 0xff);
    if (payload < 0) {
      return frame;
    }
    byte[] whole = frame.clone();
    whole[6] &= ~1;
    ByteBuffer bytes = ByteBuffer.wrap(whole).putInt(PAYLOAD_LENGTH, payload);
    checksum.reset();
    checksum.update(whole, 0, end);
    bytes.putInt(end, (int) checksum.getValue());
    return whole;
  }
}

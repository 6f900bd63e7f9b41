package org.limbeck.datasets.images;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG file that say what its pixels are. */
final class PngChunks {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int SIGNATURE_BYTES = 8;

  /** What a chunk has besides its data: its length, its type and its checksum. */
  private static final int FRAME_BYTES = 12;

  private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT");
  private static final int DEPTH = 8;
  private static final int COLOUR_TYPE = 9;

  private PngChunks() {}

  /** Returns whether a file is PNG by its first bytes. */
  static boolean begin(byte[] file) {
    return file.length >= SIGNATURE_BYTES && ByteBuffer.wrap(file).getLong() == SIGNATURE;
  }

  /**
   * Checks a file, and leaves out what says nothing of pixels: text, times, profiles and gammas.
   *
   * @throws IOException if it is cut short, or a checksum tells that it is damaged
   */
  static byte[] ofPixels(byte[] file) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
    kept.write(file, 0, SIGNATURE_BYTES);
    ByteBuffer in = ByteBuffer.wrap(file);
    int header = SIGNATURE_BYTES + SIGNATURE_BYTES;
    int at = SIGNATURE_BYTES;
    while (true) {
      if (file.length - at < FRAME_BYTES) {
        throw new EOFException();
      }
      int length = in.getInt(at);
      if (length < 0 || length > file.length - at - FRAME_BYTES) {
        throw new EOFException();
      }
      String type = new String(file, at + Integer.BYTES, Integer.BYTES, StandardCharsets.US_ASCII);
      int next = at + FRAME_BYTES + length;
      if (type.equals("IEND")) {
        kept.write(file, at, FRAME_BYTES);
        return kept.toByteArray();
      }
      if (PIXELS.contains(type)) {
        requireWhole(in, at, length, type);
        if (type.equals("tRNS") && length == Short.BYTES) {
          scaleTransparentGrey(in, at + SIGNATURE_BYTES, header);
        }
        kept.write(file, at, next - at);
      } else if (Character.isUpperCase(type.charAt(0))) {
        throw new IOException("its chunk '" + type + "' is not in the standard; save it anew");
      }
      at = next;
    }
  }

  private static void requireWhole(ByteBuffer in, int at, int length, String type)
      throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(in.slice(at + Integer.BYTES, Integer.BYTES + length));
    if ((int) checksum.getValue() != in.getInt(at + SIGNATURE_BYTES + length)) {
      throw new IOException("it is damaged: the checksum of its chunk " + type + " is wrong");
    }
  }

  /**
   * Java compares the grey that is transparent with values scaled to 8 bits, whatever the depth.
   *
   * @param at where that grey stands
   * @param header where the data of the header stands
   */
  private static void scaleTransparentGrey(ByteBuffer in, int at, int header) {
    int depth = in.get(header + DEPTH);
    if (in.get(header + COLOUR_TYPE) == 0 && depth < Byte.SIZE && depth > 0) {
      int brightest = (1 << depth) - 1;
      in.putShort(at, (short) ((in.getShort(at) & brightest) * 255 / brightest));
    }
  }
}

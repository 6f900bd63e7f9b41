package org.limbeck.datasets.images;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Tells whether a GIF or BMP file is whole, of which decoders do not say it. */
final class FileEnding {
  private static final int GIF_TRAILER = 0x3b;
  private static final int BMP_LENGTH = 2;
  private static final int BMP_HEADER = 14;

  private FileEnding() {}

  /**
   * Looks at the end of a file.
   *
   * @throws EOFException if it is cut short
   */
  static void require(byte[] file) throws EOFException {
    boolean gif = begins(file, "GIF8") && lastThatIsNotZero(file) != GIF_TRAILER;
    boolean bmp = begins(file, "BM") && file.length >= BMP_HEADER && bmpLength(file) > file.length;
    if (gif || bmp) {
      throw new EOFException();
    }
  }

  private static long bmpLength(byte[] file) {
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    return header.getInt(BMP_LENGTH) & 0xffffffffL;
  }

  private static boolean begins(byte[] file, String signature) {
    int length = Math.min(file.length, signature.length());
    return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(signature);
  }

  private static int lastThatIsNotZero(byte[] file) {
    int last = file.length - 1;
    while (last > 0 && file[last] == 0) {
      last--;
    }
    return file[last];
  }
}

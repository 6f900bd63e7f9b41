package org.limbeck.datasets.images;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The segments of a JPEG file that say what its pixels are. */
final class JpegSegments {
  private static final byte[] JFIF = {
    (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };
  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int FIRST_APPLICATION = 0xe0;
  private static final int ADOBE = 0xee;
  private static final int LAST_APPLICATION = 0xef;
  private static final int COMMENT = 0xfe;
  private static final int COMPONENTS = 7;
  private static final int CMYK = 4;

  private final byte[] file;
  private final ByteArrayOutputStream kept;
  private int at = 2;
  private boolean adobe;
  private boolean namedRgb;

  private JpegSegments(byte[] file) {
    this.file = file;
    this.kept = new ByteArrayOutputStream(file.length);
  }

  /** Returns whether a file is JPEG by its first bytes. */
  static boolean begin(byte[] file) {
    return file.length > 2
        && unsigned(file[0]) == 0xff
        && unsigned(file[1]) == START
        && unsigned(file[2]) == 0xff;
  }

  /**
   * Checks a file, and leaves out what says nothing of pixels: comments, colour profiles, previews.
   *
   * @throws IOException if it is cut short, or has four colours
   */
  static byte[] ofPixels(byte[] file) throws IOException {
    return new JpegSegments(file).copied();
  }

  /** Colours are those of JFIF, unless the file says something else: so all decoders have it. */
  private byte[] copied() throws IOException {
    int marker = marker();
    while (marker != END) {
      copy(marker);
      marker = marker();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(file.length);
    whole.write(file, 0, 2);
    if (!adobe && !namedRgb) {
      whole.writeBytes(JFIF);
    }
    kept.writeTo(whole);
    whole.write(0xff);
    whole.write(END);
    return whole.toByteArray();
  }

  /** Goes to the next marker, and returns it; {@link #at} is behind it. */
  private int marker() throws IOException {
    while (at + 1 < file.length) {
      int value = unsigned(file[at + 1]);
      if (unsigned(file[at]) == 0xff && value != 0xff && value != 0) {
        at += 2;
        return value;
      }
      at++;
    }
    throw new EOFException();
  }

  private void copy(int marker) throws IOException {
    if (isAlone(marker)) {
      return;
    }
    int length = length();
    if (isFrame(marker)) {
      requireColours(length);
    }
    boolean ofAdobe = marker == ADOBE && begins("Adobe");
    adobe |= ofAdobe;
    boolean described = marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION;
    if (ofAdobe || (!described && marker != COMMENT)) {
      kept.write(file, at - 2, length + 2);
    }
    at += length;
    if (marker == SCAN) {
      copyPixels();
    }
  }

  private int length() throws IOException {
    if (at + 2 > file.length) {
      throw new EOFException();
    }
    int length = (unsigned(file[at]) << Byte.SIZE) | unsigned(file[at + 1]);
    if (length < 2) {
      throw new IOException("it is damaged: a segment has the length " + length);
    }
    if (length > file.length - at) {
      throw new EOFException();
    }
    return length;
  }

  private boolean begins(String name) {
    byte[] begin = name.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < begin.length; i++) {
      if (at + 2 + i >= file.length || file[at + 2 + i] != begin[i]) {
        return false;
      }
    }
    return true;
  }

  private void requireColours(int length) throws IOException {
    int components = length > COMPONENTS ? unsigned(file[at + COMPONENTS]) : 0;
    if (components >= CMYK) {
      throw new IOException("its colours are CMYK, for print; save it as RGB");
    }
    namedRgb |=
        components == 3
            && length >= COMPONENTS + 1 + 3 * 3
            && file[at + COMPONENTS + 1] == 'R'
            && file[at + COMPONENTS + 4] == 'G'
            && file[at + COMPONENTS + 7] == 'B';
  }

  /** Copies pixels: a marker ends them, and those that only let a decoder start anew do not. */
  private void copyPixels() throws IOException {
    int from = at;
    while (at + 1 < file.length) {
      int value = unsigned(file[at + 1]);
      if (unsigned(file[at]) == 0xff && value != 0 && value != 0xff && !isAlone(value)) {
        kept.write(file, from, at - from);
        return;
      }
      at++;
    }
    throw new EOFException();
  }

  /** Returns whether a marker has no segment: those that restart, and the one that is private. */
  private static boolean isAlone(int marker) {
    return (marker >= 0xd0 && marker <= 0xd7) || marker == 1;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static int unsigned(byte value) {
    return value & 0xff;
  }
}

package org.limbeck.api;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text as people have it: in UTF-8, with or without a byte-order mark, which is no part of the
 * text. Bytes in another encoding are refused, as they would become another text.
 */
public final class TextInput {
  private static final int LONGEST_MARK = 4;
  private static final int MARK_BYTES = 3;

  private TextInput() {}

  /**
   * Opens a text, which closes the stream when it is closed. Bytes that are no UTF-8 end in an
   * {@code IOException} with a message for users when they are read.
   *
   * @throws IOException if it is in UTF-16 or UTF-32, or cannot be read
   */
  public static Reader open(InputStream in) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(in, LONGEST_MARK);
    byte[] first = bytes.readNBytes(LONGEST_MARK);
    requireUtf8(first);
    int mark = beginsWith(first, 0xEF, 0xBB, 0xBF) ? MARK_BYTES : 0;
    bytes.unread(first, mark, first.length - mark);
    return new StrictReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
  }

  /**
   * Reads a whole text, and closes the stream.
   *
   * @throws IOException if it is no UTF-8, or cannot be read; the message is for users
   */
  public static String read(InputStream in) throws IOException {
    StringWriter text = new StringWriter();
    try (in;
        Reader reader = open(in)) {
      reader.transferTo(text);
    }
    return text.toString();
  }

  /** A text has no zero characters, so that those of UTF-16 and UTF-32 are told by them, too. */
  private static void requireUtf8(byte[] first) throws IOException {
    if (beginsWith(first, 0xFF, 0xFE, 0, 0) || beginsWith(first, 0, 0)) {
      throw new IOException("it is text in UTF-32: save it as UTF-8");
    }
    boolean hasZero = first.length > 1 && (first[0] == 0 || first[1] == 0);
    if (beginsWith(first, 0xFF, 0xFE) || beginsWith(first, 0xFE, 0xFF) || hasZero) {
      throw new IOException("it is text in UTF-16: save it as UTF-8");
    }
  }

  private static boolean beginsWith(byte[] bytes, int... mark) {
    boolean begins = bytes.length >= mark.length;
    for (int i = 0; begins && i < mark.length; i++) {
      begins = Byte.toUnsignedInt(bytes[i]) == mark[i];
    }
    return begins;
  }

  private static final class StrictReader extends FilterReader {

    StrictReader(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (CharacterCodingException e) {
        throw otherEncoding(e);
      }
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      try {
        return super.read(into, offset, length);
      } catch (CharacterCodingException e) {
        throw otherEncoding(e);
      }
    }

    private static IOException otherEncoding(CharacterCodingException e) {
      return new IOException("it is not text in UTF-8: save it as UTF-8", e);
    }
  }
}

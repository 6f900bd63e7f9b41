package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.codec.MalformedPayloadException;

/** Turns values into symbols by the scale of their row, which is told in a byte. */
interface Quantiser {

  /** Returns the byte, 0 to 255, that tells the scale of a row; 0 if all its values become 0. */
  int header(float[] values, int from, int width);

  /** Returns whether {@link #header} may return this. */
  boolean isHeader(int header);

  /** Checks what a row begins with. */
  default void requireHeader(int header, int row) throws MalformedPayloadException {
    if (!isHeader(header)) {
      throw new MalformedPayloadException("row " + row + " begins with " + header + ", no scale");
    }
  }

  /** Returns the scale of a row that is not zeros. */
  float scale(int header);

  /** Returns how many bits hold a symbol. */
  int bits();

  int symbol(float value, float scale);

  float value(int symbol, float scale) throws MalformedPayloadException;

  /** Returns how many bytes so many packed symbols take. */
  long bytes(long symbols);

  /** Returns what packs symbols into bytes. */
  SymbolWriter pack(ByteBuffer out);

  /** Returns what reads packed symbols. */
  SymbolReader unpack(ByteBuffer in);
}

package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.codec.MalformedPayloadException;

/** Minus one, zero or plus one times about the mean of a row's large magnitudes. */
final class TernaryQuantiser implements Quantiser {
  private static final int ROUNDS = 3;

  @Override
  public int header(float[] values, int from, int width) {
    return HalfOctaveScale.nearest(mean(values, from, width));
  }

  @Override
  public boolean isHeader(int header) {
    return header <= HalfOctaveScale.LAST;
  }

  @Override
  public float scale(int header) {
    return HalfOctaveScale.magnitude(header);
  }

  @Override
  public int bits() {
    return 2;
  }

  @Override
  public int symbol(float value, float scale) {
    if (value >= scale / 2) {
      return 2;
    }
    return value <= -scale / 2 ? 0 : 1;
  }

  @Override
  public float value(int symbol, float scale) throws MalformedPayloadException {
    if (symbol > 2) {
      throw new MalformedPayloadException("there is no sign number " + symbol);
    }
    return (symbol - 1) * scale;
  }

  @Override
  public long bytes(long symbols) {
    return (symbols + TritWriter.PER_BYTE - 1) / TritWriter.PER_BYTE;
  }

  @Override
  public SymbolWriter pack(ByteBuffer out) {
    return new TritWriter(out);
  }

  @Override
  public SymbolReader unpack(ByteBuffer in) {
    return new TritReader(in);
  }

  private static float mean(float[] values, int from, int width) {
    float scale = 0;
    for (int i = from; i < from + width; i++) {
      scale = Math.max(scale, Math.abs(values[i]));
    }
    for (int round = 0; round < ROUNDS && scale > 0; round++) {
      double sum = 0;
      int count = 0;
      for (int i = from; i < from + width; i++) {
        float magnitude = Math.abs(values[i]);
        if (magnitude > scale / 2) {
          sum += magnitude;
          count++;
        }
      }
      scale = count == 0 ? scale : (float) (sum / count);
    }
    return scale;
  }
}

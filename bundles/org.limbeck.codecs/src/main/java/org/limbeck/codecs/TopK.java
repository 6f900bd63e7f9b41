package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.CodecPlugin;
import org.limbeck.api.codec.MalformedPayloadException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Keeps the k entries of largest magnitude of every row, the first of equal ones, with their
 * magnitudes rounded to half octaves, and drops the others.
 *
 * <p>The payload has k bytes for every row, one for each kept entry in the order of the row: in the
 * seven low bits n, for a magnitude of 2<sup>(n − 97) / 2</sup>, in the high bit the sign. A row
 * with fewer entries that are not 0 ends with zero bytes. Then follow the places of the entries
 * that are kept, counted from 0, in ⌈log<sub>2</sub> width⌉ bits each without gaps from the lowest
 * bit of a byte on. At most k rows + ⌈k · rows · ⌈log<sub>2</sub> width⌉ / 8⌉ bytes, where k is at
 * most width.
 *
 * <p>A kept entry errs by at most 19 % (2<sup>1/4</sup> − 1) of itself, or 2<sup>−49</sup> if that
 * is more; a dropped one by itself, which is at most the smallest kept magnitude. Magnitudes below
 * 2<sup>−49</sup> are dropped, and those above 2<sup>15</sup> cut off. With δ = k / width, γ is 2δ
 * / (1 + δ): found by experiment, and far above what the theory asks for (A. Koloskova, S. Stich,
 * M. Jaggi, <i>Decentralized Stochastic Optimization and Gossip Algorithms with Compressed
 * Communication</i>, ICML 2019, Theorem 2). At γ = 1 exchanging small shares of a row diverges.
 */
@CodecPlugin(name = "top-k")
@Designate(ocd = TopK.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class TopK implements Codec {

  @ObjectClassDefinition(
      name = "Top k",
      description = "Keeps the entries of largest magnitude of every row, and where they stand.")
  @interface Config {
    @AttributeDefinition(description = "Entries of a row to keep, 1 or more", min = "1")
    int entries() default 2;

    @AttributeDefinition(
        description = "The mixing step, above 0 to 1; 0: the codec's own, by entries and width",
        min = "0",
        max = "1")
    float gamma() default 0;
  }

  private static final int NEGATIVE = 0x80;

  private final int entries;
  private final GammaOption gamma;

  @Activate
  public TopK(Config config) {
    this(config.entries(), config.gamma());
  }

  /**
   * Makes the codec.
   *
   * @param entries of a row to keep, at least 1
   * @param gamma the mixing step, or 0 for the codec's own
   * @throws IllegalArgumentException if a number is out of range
   */
  public TopK(int entries, float gamma) {
    if (entries < 1) {
      throw new IllegalArgumentException("entries is 1 or more, not " + entries);
    }
    this.entries = entries;
    this.gamma = new GammaOption(gamma);
  }

  @Override
  public int maxBytes(int rows, int width) {
    long kept = Math.multiplyExact((long) rows, kept(width));
    return Math.toIntExact(
        kept + PayloadLength.bytes(Math.multiplyExact(kept, BitWriter.bits(width))));
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    float[] values = difference.values();
    int width = difference.width();
    int kept = kept(width);
    int at = out.position();
    out.position(at + difference.rows() * kept);
    BitWriter places = new BitWriter(out, BitWriter.bits(width));
    for (int row = 0; row < difference.rows(); row++) {
      int from = row * width;
      int last = last(values, from, width, kept);
      int end = at + kept;
      for (int i = from; i < from + width; i++) {
        int code = code(values[i]);
        if (code != 0 && !isLess(values, i, last)) {
          out.put(at++, (byte) code);
          places.put(i - from);
        }
      }
      while (at < end) {
        out.put(at++, (byte) 0);
      }
    }
    places.end();
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    int width = difference.width();
    int kept = kept(width);
    int codes = Math.multiplyExact(difference.rows(), kept);
    PayloadLength.requireAtLeast(in, codes, difference, "entries");
    int at = in.position();
    long coded = 0;
    for (int i = at; i < at + codes; i++) {
      coded += in.get(i) == 0 ? 0 : 1;
    }
    long bytes = codes + PayloadLength.bytes(coded * BitWriter.bits(width));
    PayloadLength.requireLength(in, bytes, difference, "entries");
    in.position(at + codes);
    BitReader places = new BitReader(in, BitWriter.bits(width));
    for (int row = 0; row < difference.rows(); row++) {
      for (int i = row * width; i < (row + 1) * width; i++) {
        difference.values()[i] = 0;
      }
      readRow(in, at + row * kept, places, difference, row);
    }
    places.end();
  }

  private void readRow(ByteBuffer in, int at, BitReader places, Block difference, int row)
      throws MalformedPayloadException {
    int width = difference.width();
    int before = -1;
    for (int i = 0; i < kept(width); i++) {
      int code = in.get(at + i);
      if (code == 0) {
        before = width;
      } else {
        int place = places.get();
        if (place <= before || place >= width || (code & 0xFF) == NEGATIVE) {
          throw new MalformedPayloadException("the entries of row " + row + " are in disorder");
        }
        difference.values()[row * width + place] = value(code);
        before = place;
      }
    }
  }

  /** Returns 2δ / (1 + δ) with δ = k / width, unless an option says otherwise. */
  @Override
  public float gamma(int width) {
    float kept = kept(width);
    return gamma.or(2 * kept / (width + kept));
  }

  private int kept(int width) {
    return Math.min(entries, width);
  }

  private static int code(float value) {
    int magnitude = HalfOctaveScale.nearest(Math.abs(value));
    return magnitude == 0 || value > 0 ? magnitude : magnitude | NEGATIVE;
  }

  private static float value(int code) {
    float magnitude = HalfOctaveScale.magnitude(code & HalfOctaveScale.LAST);
    return (code & NEGATIVE) == 0 ? magnitude : -magnitude;
  }

  /** Returns where the smallest of the entries to keep stands. */
  private static int last(float[] values, int from, int width, int kept) {
    int last = -1;
    for (int k = 0; k < kept; k++) {
      int next = -1;
      for (int i = from; i < from + width; i++) {
        if ((last < 0 || isLess(values, i, last)) && (next < 0 || isLess(values, next, i))) {
          next = i;
        }
      }
      last = next;
    }
    return last;
  }

  /** Returns whether an entry comes after another: it is smaller, or as large and further back. */
  private static boolean isLess(float[] values, int i, int than) {
    float magnitude = Math.abs(values[i]);
    float other = Math.abs(values[than]);
    return magnitude < other || (magnitude == other && i > than);
  }
}

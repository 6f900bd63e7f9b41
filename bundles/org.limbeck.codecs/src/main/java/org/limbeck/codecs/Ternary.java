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
 * Rounds every value to −s, 0 or s, with a magnitude s for every row. Where values are above s / 2,
 * s is about their mean, which makes the squared error small: Lloyd's method, begun with the
 * largest magnitude M and repeated three times. With zero and a mean, not the largest, as levels, γ
 * = 1 is stable; s = M would need half of that. The problem is that of F. Li, B. Liu, <i>Ternary
 * Weight Networks</i>, 2016.
 *
 * <p>The payload has one byte for every row: k for s = 2<sup>(k − 97) / 2</sup>, or 0 for a row of
 * zeros. Then follow the digits of the rows that are not zeros, five in a byte to the base of 3,
 * the first the lowest: 0 for −s, 1 for 0, 2 for s. At most rows + ⌈rows · width / 5⌉ bytes.
 *
 * <p>No value gets an error larger than itself, and none more than 0.9 M, or 2<sup>−49</sup> if
 * that is more. A value above 2<sup>15</sup> is cut off there.
 */
@CodecPlugin(name = "ternary")
@Designate(ocd = Ternary.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Ternary implements Codec {

  @ObjectClassDefinition(
      name = "Ternary",
      description = "Rounds every value to 0 or to plus or minus one magnitude a row.")
  @interface Config {
    @AttributeDefinition(
        description = "The mixing step, above 0 to 1; 0: the codec's own, 1",
        min = "0",
        max = "1")
    float gamma() default 0;
  }

  private static final int ROUNDS = 3;

  private final MixingStep gamma;

  @Activate
  public Ternary(Config config) {
    this(config.gamma());
  }

  /**
   * Makes the codec.
   *
   * @param gamma the mixing step, or 0 for the codec's own
   * @throws IllegalArgumentException if it is out of range
   */
  public Ternary(float gamma) {
    this.gamma = new MixingStep(gamma);
  }

  @Override
  public int maxBytes(int rows, int width) {
    return Math.toIntExact(bytes(rows, rows, width));
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    int width = difference.width();
    int first = out.position();
    for (int row = 0; row < difference.rows(); row++) {
      out.put((byte) HalfOctaves.nearest(scale(difference.values(), row * width, width)));
    }
    TritWriter trits = new TritWriter(out);
    for (int row = 0; row < difference.rows(); row++) {
      float half = HalfOctaves.magnitude(out.get(first + row)) / 2;
      for (int i = row * width; half > 0 && i < (row + 1) * width; i++) {
        float value = difference.values()[i];
        trits.put(value >= half ? 2 : value <= -half ? 0 : 1);
      }
    }
    trits.end();
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    int rows = difference.rows();
    int width = difference.width();
    Payload.requireAtLeast(in, rows, difference, "signs");
    int first = in.position();
    int coded = 0;
    for (int row = 0; row < rows; row++) {
      if (in.get(first + row) < 0) {
        throw new MalformedPayloadException("row " + row + " has a magnitude that there is not");
      }
      coded += in.get(first + row) == 0 ? 0 : 1;
    }
    Payload.requireLength(in, bytes(rows, coded, width), difference, "signs");
    in.position(first + rows);
    TritReader trits = new TritReader(in);
    for (int row = 0; row < rows; row++) {
      float scale = HalfOctaves.magnitude(in.get(first + row));
      for (int i = row * width; i < (row + 1) * width; i++) {
        difference.values()[i] = scale == 0 ? 0 : (trits.get() - 1) * scale;
      }
    }
    trits.end();
  }

  /** Returns 1, unless an option says otherwise. */
  @Override
  public float gamma(int width) {
    return gamma.or(1);
  }

  private static long bytes(int rows, int coded, int width) {
    long count = (long) coded * width;
    return rows + (count + TritWriter.PER_BYTE - 1) / TritWriter.PER_BYTE;
  }

  private static float scale(float[] values, int from, int width) {
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

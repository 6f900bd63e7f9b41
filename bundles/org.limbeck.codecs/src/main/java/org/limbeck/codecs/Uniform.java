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
 * Rounds every value to one of 2<sup>bits</sup> multiples of its row's step, 0 among them. With H =
 * 2<sup>bits − 1</sup> these are −(H − 1) to H steps; where the value of largest magnitude in the
 * row is negative, −H to H − 1.
 *
 * <p>The payload has one byte for every row: in its seven low bits k, for a step of 2<sup>(k − 97)
 * / 2</sup> or, with k = 0, for a row of zeros; in the high bit whether the largest is negative.
 * Then follow the levels of the rows that are not zeros, in {@code bits} bits each without gaps
 * from the lowest bit of a byte on, counted from the lowest level as 0. At most rows + ⌈rows ·
 * width · bits / 8⌉ bytes.
 *
 * <p>The step is the smallest with which the largest magnitude M is not cut off; with 2 and 3 bits
 * also the next smaller one, if the squared error of the row is less with it. With zero among the
 * levels, no value gets an error larger than itself, and the largest always gets a smaller one:
 * this is what makes γ = 1 stable even with 2 bits. The error is at most M / H with 4 bits or more,
 * and (1 − (H − 1) / (√2 H)) M with 2 or 3, or 2<sup>−49</sup> if that is more. An M above
 * 2<sup>15</sup> H is cut off.
 */
@CodecPlugin(name = "uniform")
@Designate(ocd = Uniform.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Uniform implements Codec {

  @ObjectClassDefinition(
      name = "Uniform",
      description = "Rounds every value to a multiple of its row's step, in 2 to 8 bits.")
  @interface Config {
    @AttributeDefinition(description = "Bits of a value, 2 to 8", min = "2", max = "8")
    int bits() default 4;

    @AttributeDefinition(
        description = "The mixing step, above 0 to 1; 0: the codec's own, 1",
        min = "0",
        max = "1")
    float gamma() default 0;
  }

  private static final int MAX_BITS = 8;
  private static final int COARSE_BITS = 3;
  private static final int NEGATIVE = 0x80;

  private final int bits;
  private final int half;
  private final MixingStep gamma;

  @Activate
  public Uniform(Config config) {
    this(config.bits(), config.gamma());
  }

  /**
   * Makes the codec.
   *
   * @param bits of a value, 2 to 8
   * @param gamma the mixing step, or 0 for the codec's own
   * @throws IllegalArgumentException if a number is out of range
   */
  public Uniform(int bits, float gamma) {
    if (bits < 2 || bits > MAX_BITS) {
      throw new IllegalArgumentException("bits is from 2 to 8, not " + bits);
    }
    this.bits = bits;
    this.half = 1 << (bits - 1);
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
      out.put((byte) header(difference.values(), row * width, width));
    }
    BitWriter levels = new BitWriter(out);
    for (int row = 0; row < difference.rows(); row++) {
      int header = out.get(first + row);
      if (header != 0) {
        float perStep = 1 / step(header);
        for (int i = row * width; i < (row + 1) * width; i++) {
          levels.put(level(difference.values()[i] * perStep) + half - 1, bits);
        }
      }
    }
    levels.end();
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    int rows = difference.rows();
    int width = difference.width();
    Payload.requireAtLeast(in, rows, difference, "levels");
    int first = in.position();
    int coded = 0;
    for (int row = 0; row < rows; row++) {
      int header = in.get(first + row);
      if ((header & 0xFF) == NEGATIVE) {
        throw new MalformedPayloadException("row " + row + " is negative, and zero");
      }
      coded += header == 0 ? 0 : 1;
    }
    Payload.requireLength(in, bytes(rows, coded, width), difference, "levels");
    in.position(first + rows);
    BitReader levels = new BitReader(in);
    for (int row = 0; row < rows; row++) {
      int header = in.get(first + row);
      float step = step(header);
      for (int i = row * width; i < (row + 1) * width; i++) {
        difference.values()[i] = header == 0 ? 0 : (levels.get(bits) - half + 1) * step;
      }
    }
    levels.end();
  }

  /** Returns 1, unless an option says otherwise. */
  @Override
  public float gamma(int width) {
    return gamma.or(1);
  }

  private long bytes(int rows, int coded, int width) {
    long count = (long) coded * width;
    return Math.addExact(rows, Payload.bytes(Math.multiplyExact(count, bits)));
  }

  /** Returns a row's step, negative where the largest value is. */
  private static float step(int header) {
    float step = HalfOctaves.magnitude(header & HalfOctaves.LAST);
    return (header & NEGATIVE) == 0 ? step : -step;
  }

  private int level(float steps) {
    return Math.max(1 - half, Math.min(half, Math.round(steps)));
  }

  private int header(float[] values, int from, int width) {
    float largest = values[from];
    for (int i = from + 1; i < from + width; i++) {
      if (Math.abs(values[i]) > Math.abs(largest)) {
        largest = values[i];
      }
    }
    if (largest == 0) {
      return 0;
    }
    int sign = largest < 0 ? NEGATIVE : 0;
    int k = sign | HalfOctaves.atLeast(Math.abs(largest) / half);
    if (level(largest / step(k)) == 0) {
      return 0;
    }
    if (bits <= COARSE_BITS
        && k - 1 != sign
        && squaredError(values, from, width, step(k - 1))
            < squaredError(values, from, width, step(k))) {
      return k - 1;
    }
    return k;
  }

  private double squaredError(float[] values, int from, int width, float step) {
    float perStep = 1 / step;
    double sum = 0;
    for (int i = from; i < from + width; i++) {
      double error = values[i] - (double) level(values[i] * perStep) * step;
      sum += error * error;
    }
    return sum;
  }
}

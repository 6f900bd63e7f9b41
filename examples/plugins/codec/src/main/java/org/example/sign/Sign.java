package org.example.sign;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * One bit for every value: its sign; and the mean magnitude of each row as a float32. What is lost
 * in one round stays in the difference to the public copy and is sent later, which is why it
 * converges, with a mixing step below 1: S. Karimireddy et al., <i>Error Feedback Fixes
 * SignSGD</i>, ICML 2019; A. Koloskova, S. Stich, M. Jaggi, <i>Decentralized Stochastic
 * Optimization and Gossip Algorithms with Compressed Communication</i>, ICML 2019.
 */
@CodecPlugin(name = "sign")
@Designate(ocd = Sign.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Sign implements Codec {

  @ObjectClassDefinition(
      name = "Sign",
      description = "One bit for every value, and four bytes for every row.")
  @interface Config {
    @AttributeDefinition(
        description = "The mixing step, 0.01 to 1; large ones diverge",
        min = "0.01",
        max = "1")
    float gamma() default 0.2f;
  }

  private final float gamma;

  @Activate
  public Sign(Config config) {
    this(config.gamma());
  }

  /** Makes the codec with a mixing step above 0 and at most 1. */
  public Sign(float gamma) {
    if (!(gamma > 0 && gamma <= 1)) {
      throw new IllegalArgumentException("gamma is above 0 and at most 1, not " + gamma);
    }
    this.gamma = gamma;
  }

  @Override
  public int maxBytes(int rows, int width) {
    return Math.multiplyExact(rows, Float.BYTES + bytes(width));
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    out.order(ByteOrder.BIG_ENDIAN);
    int width = difference.width();
    for (int from = 0; from < difference.rows() * width; from += width) {
      double sum = 0;
      for (int i = from; i < from + width; i++) {
        sum += Math.abs(difference.values()[i]);
      }
      out.putFloat((float) (sum / width));
      for (int i = 0; i < bytes(width); i++) {
        out.put(signs(difference.values(), from + 8 * i, Math.min(from + 8 * i + 8, from + width)));
      }
    }
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    int width = difference.width();
    int expected = maxBytes(difference.rows(), width);
    if (in.remaining() != expected) {
      throw new MalformedPayloadException(
          "%d rows of %d signs take %d bytes, and %d came"
              .formatted(difference.rows(), width, expected, in.remaining()));
    }
    in.order(ByteOrder.BIG_ENDIAN);
    for (int from = 0; from < difference.rows() * width; from += width) {
      float magnitude = in.getFloat();
      if (!Float.isFinite(magnitude)) {
        throw new MalformedPayloadException("a magnitude is " + magnitude + ", not finite");
      }
      for (int i = 0; i < width; i++) {
        int bits = in.get(in.position() + i / 8);
        difference.values()[from + i] = (bits >> i % 8 & 1) == 0 ? magnitude : -magnitude;
      }
      in.position(in.position() + bytes(width));
    }
  }

  @Override
  public float gamma(int width) {
    return gamma;
  }

  /** Returns how many bytes hold the signs of a row. */
  private static int bytes(int width) {
    return (int) ((width + 7L) / 8);
  }

  private static byte signs(float[] values, int from, int to) {
    int bits = 0;
    for (int i = from; i < to; i++) {
      bits |= (values[i] < 0 ? 1 : 0) << i - from;
    }
    return (byte) bits;
  }
}

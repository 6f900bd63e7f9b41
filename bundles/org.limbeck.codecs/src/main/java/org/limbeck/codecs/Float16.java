package org.limbeck.codecs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.CodecPlugin;
import org.limbeck.api.codec.MalformedPayloadException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Writes every value as two bytes, a big-endian IEEE 754 half, rounded to the nearest and to the
 * even one of two. Takes 2 · rows · width bytes. The error of a value is at most 2<sup>−11</sup> of
 * its magnitude, or 2<sup>−25</sup> if that is more; magnitudes above 65,504 are cut off there. γ
 * is 1.
 */
@CodecPlugin(name = "float16")
@Designate(ocd = Float16.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Float16 implements Codec {

  @ObjectClassDefinition(
      name = "Float 16",
      description = "Writes every value as two bytes, right to three digits.")
  @interface Config {}

  @Override
  public int maxBytes(int rows, int width) {
    return Math.multiplyExact(Math.multiplyExact(rows, width), Short.BYTES);
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    out.order(ByteOrder.BIG_ENDIAN);
    float[] values = difference.values();
    int count = difference.rows() * difference.width();
    for (int i = 0; i < count; i++) {
      out.putShort((short) Binary16.of(values[i]));
    }
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    PayloadLength.requireLength(
        in, maxBytes(difference.rows(), difference.width()), difference, "float16 values");
    in.order(ByteOrder.BIG_ENDIAN);
    float[] values = difference.values();
    int count = difference.rows() * difference.width();
    for (int i = 0; i < count; i++) {
      int half = in.getShort();
      if (!Binary16.isFinite(half)) {
        throw new MalformedPayloadException("value " + i + " is not a finite number");
      }
      values[i] = Binary16.value(half & 0xFFFF);
    }
  }

  @Override
  public float gamma(int width) {
    return 1;
  }
}

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

/** Writes every value as four bytes, a big-endian IEEE 754 single: loses nothing. */
@CodecPlugin(name = "float32")
@Designate(ocd = Float32.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Float32 implements Codec {

  @ObjectClassDefinition(
      name = "Float 32",
      description = "Writes every value as four bytes and loses nothing.")
  @interface Config {}

  @Override
  public int maxBytes(int rows, int width) {
    return Math.multiplyExact(Math.multiplyExact(rows, width), Float.BYTES);
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    out.order(ByteOrder.BIG_ENDIAN);
    float[] values = difference.values();
    int count = difference.rows() * difference.width();
    for (int i = 0; i < count; i++) {
      out.putFloat(values[i]);
    }
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    PayloadLength.requireLength(
        in, maxBytes(difference.rows(), difference.width()), difference, "float32 values");
    in.order(ByteOrder.BIG_ENDIAN);
    float[] values = difference.values();
    int count = difference.rows() * difference.width();
    for (int i = 0; i < count; i++) {
      float value = in.getFloat();
      if (!Float.isFinite(value)) {
        throw new MalformedPayloadException(
            "value " + i + " is " + value + ", not a finite number");
      }
      values[i] = value;
    }
  }

  @Override
  public float gamma(int width) {
    return 1;
  }
}

package org.example.thirdparty;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.CodecPlugin;
import org.limbeck.api.codec.MalformedPayloadException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Writes every value as a multiple of 2⁻¹⁴ in two bytes; what is beyond ±2 is cut off. */
@CodecPlugin(name = "fixed16")
@Designate(ocd = Fixed16.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Fixed16 implements Codec {
  private static final float UNIT = 1f / (1 << 14);

  @ObjectClassDefinition(name = "Fixed 16", description = "Two bytes per value.")
  @interface Config {}

  @Override
  public int maxBytes(int rows, int width) {
    return Math.multiplyExact(Math.multiplyExact(rows, width), Short.BYTES);
  }

  @Override
  public void encode(Block difference, ByteBuffer out) {
    for (int i = 0; i < difference.rows() * difference.width(); i++) {
      int units = Math.round(difference.values()[i] / UNIT);
      out.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, units)));
    }
  }

  @Override
  public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
    int count = difference.rows() * difference.width();
    if (in.remaining() != count * Short.BYTES) {
      throw new MalformedPayloadException(in.remaining() + " bytes are not " + count + " values");
    }
    for (int i = 0; i < count; i++) {
      difference.values()[i] = in.getShort() * UNIT;
    }
  }

  @Override
  public float gamma(int width) {
    return 1;
  }
}

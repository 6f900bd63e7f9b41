package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.CodecPlugin;
import org.limbeck.api.codec.MalformedPayloadException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Writes the place of the largest entry of every row, the first of several, and gives back 1 there
 * and 0 elsewhere. Codes soft decisions themselves, not differences; so it is for aggregation rules
 * on fresh soft decisions only.
 *
 * <p>The payload is one place a row, counted from 0, in ⌈log<sub>2</sub> width⌉ bits each without
 * gaps from the lowest bit of a byte on: ⌈rows · ⌈log<sub>2</sub> width⌉ / 8⌉ bytes. The error of
 * an entry of a soft decision is at most 1 − 1 / width where it is the largest, and at most 1 / 2
 * elsewhere. γ is 1.
 */
@CodecPlugin(name = "hard-label")
@Designate(ocd = HardLabel.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class HardLabel implements Codec {

  @ObjectClassDefinition(
      name = "Hard label",
      description = "Writes the most likely class only; for rules on fresh soft decisions.")
  @interface Config {}

  @Override
  public int maxBytes(int rows, int width) {
    return Math.toIntExact(PayloadLength.bytes((long) rows * BitWriter.bits(width)));
  }

  @Override
  public void encode(Block decisions, ByteBuffer out) {
    int width = decisions.width();
    BitWriter labels = new BitWriter(out, BitWriter.bits(width));
    for (int row = 0; row < decisions.rows(); row++) {
      labels.put(label(decisions.values(), row * width, width));
    }
    labels.end();
  }

  @Override
  public void decode(ByteBuffer in, Block decisions) throws MalformedPayloadException {
    int width = decisions.width();
    PayloadLength.requireLength(in, maxBytes(decisions.rows(), width), decisions, "classes");
    BitReader labels = new BitReader(in, BitWriter.bits(width));
    for (int row = 0; row < decisions.rows(); row++) {
      int label = labels.get();
      if (label >= width) {
        throw new MalformedPayloadException(
            "row " + row + " has the label " + label + ", and there are " + width + " classes");
      }
      for (int i = 0; i < width; i++) {
        decisions.values()[row * width + i] = i == label ? 1 : 0;
      }
    }
    labels.end();
  }

  @Override
  public float gamma(int width) {
    return 1;
  }

  @Override
  public boolean codesDifferences() {
    return false;
  }

  private static int label(float[] values, int from, int width) {
    int label = 0;
    for (int i = 1; i < width; i++) {
      if (values[from + i] > values[from + label]) {
        label = i;
      }
    }
    return label;
  }
}

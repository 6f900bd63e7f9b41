package org.example.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class SignTest extends CodecContract {

  @Override
  protected Codec codec() {
    return new Sign(0.2f);
  }

  /** A value may come back as the mean magnitude of its row. */
  @Override
  protected float tolerance(float largest) {
    return largest;
  }

  @Test
  void givesEveryValueTheMeanMagnitudeOfItsRow() throws Exception {
    Block block = new Block(1, 4);
    block.rows(1);
    System.arraycopy(new float[] {0.1f, -0.3f, 0.5f, -0.7f}, 0, block.values(), 0, 4);
    ByteBuffer bytes = ByteBuffer.allocate(codec().maxBytes(1, 4));
    codec().encode(block, bytes);
    assertThat(bytes.position()).as("bytes").isEqualTo(5);
    codec().decode(bytes.flip(), block);
    assertThat(block.values()).containsExactly(0.4f, -0.4f, 0.4f, -0.4f);
  }
}

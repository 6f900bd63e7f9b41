package org.limbeck.codecs;

import org.junit.jupiter.api.Nested;
import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class AdaptiveContractTest {

  @Nested
  class TwoBits extends AdaptiveContract {
    TwoBits() {
      super(new Uniform(2, 0, true));
    }
  }

  @Nested
  class EightBits extends AdaptiveContract {
    EightBits() {
      super(new Uniform(8, 0, true));
    }
  }

  @Nested
  class TernaryQuantiser extends AdaptiveContract {
    TernaryQuantiser() {
      super(new Ternary(0, true));
    }
  }

  abstract static class AdaptiveContract extends CodecContract {
    private final Codec codec;

    AdaptiveContract(Codec codec) {
      this.codec = codec;
    }

    @Override
    protected Codec codec() {
      return codec;
    }

    @Override
    protected float tolerance(float largest) {
      return Math.max(0.9f * largest, 0x1p-46f);
    }

    /** The models of an encoder and of a decoder. */
    @Override
    protected long mostBytesAllocated() {
      return 6000;
    }
  }
}

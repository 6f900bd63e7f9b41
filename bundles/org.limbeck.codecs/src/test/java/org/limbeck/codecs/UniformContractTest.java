package org.limbeck.codecs;

import org.junit.jupiter.api.Nested;
import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class UniformContractTest {

  @Nested
  class TwoBits extends UniformContract {
    TwoBits() {
      super(2);
    }
  }

  @Nested
  class ThreeBits extends UniformContract {
    ThreeBits() {
      super(3);
    }
  }

  @Nested
  class FourBits extends UniformContract {
    FourBits() {
      super(4);
    }
  }

  @Nested
  class EightBits extends UniformContract {
    EightBits() {
      super(8);
    }
  }

  abstract static class UniformContract extends CodecContract {
    private final int bits;

    UniformContract(int bits) {
      this.bits = bits;
    }

    @Override
    protected Codec codec() {
      return new Uniform(bits, 0, false);
    }

    @Override
    protected float tolerance(float largest) {
      return UniformPropertyTest.error(bits, largest);
    }
  }
}

package org.limbeck.codecs;

import org.junit.jupiter.api.Nested;
import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class TopKContractTest {

  @Nested
  class One extends TopKContract {
    One() {
      super(1);
    }
  }

  @Nested
  class Three extends TopKContract {
    Three() {
      super(3);
    }
  }

  @Nested
  class All extends TopKContract {
    All() {
      super(100);
    }
  }

  abstract static class TopKContract extends CodecContract {
    private final int entries;

    TopKContract(int entries) {
      this.entries = entries;
    }

    @Override
    protected Codec codec() {
      return new TopK(entries, 0);
    }

    @Override
    protected float tolerance(float largest) {
      return entries < 33 ? largest : Math.max(0.19f * largest, 0x1p-49f);
    }
  }
}

package org.limbeck.testkit;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

class CodecValuesTest extends ContractTests {
  @Passes
  static class Float32 extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32();
    }
  }

  @Passes
  static class EightBit extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainEightBit();
    }

    @Override
    protected float tolerance(float largest) {
      return largest / 127;
    }
  }

  @Passes(skipping = "convergesWithItsMixingStep")
  static class HardLabel extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainHardLabel();
    }

    @Override
    protected float tolerance(float largest) {
      return 1;
    }
  }

  @Fails({"givesBackWhatItWasGiven", "givesBackUnusualRows"})
  static class GivesBackNoDecisions extends HardLabel {
    @Override
    protected Codec codec() {
      return new PlainHardLabel() {
        @Override
        float one() {
          return 3;
        }
      };
    }
  }

  @Fails("givesBackUnusualRows")
  static class LosesValuesThatAreAllAlike extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          super.decode(in, difference);
          float[] values = difference.values();
          int last = difference.width() - 1;
          if (difference.rows() > 0 && last > 1 && values[0] < 0 && values[0] == values[last]) {
            values[0] = 0;
          }
        }
      };
    }
  }

  @Fails({"givesBackWhatItWasGiven", "givesBackUnusualRows"})
  static class RoundsWithoutSayingSo extends EightBit {
    @Override
    protected float tolerance(float largest) {
      return 0;
    }
  }

  @Fails("givesFiniteValuesForTheLargestOfAll")
  static class Overflows extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void encode(Block difference, ByteBuffer out) {
          for (int i = 0; i < difference.rows() * difference.width(); i++) {
            out.putFloat(2 * difference.values()[i] / 2);
          }
        }
      };
    }
  }

  @Fails("neverDecodesToValuesThatAreNotFinite")
  static class BelievesAnything extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        float checked(float value) {
          return value;
        }
      };
    }
  }

  @Fails("allowsAMixingStepAboveZeroAndAtMostOne")
  static class MixesTooMuch extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public float gamma(int width) {
          return 1.01f;
        }
      };
    }
  }

  /** Sends the signs of a row only, with its largest magnitude; that needs a small γ. */
  @Fails({"givesBackWhatItWasGiven", "givesBackUnusualRows", "convergesWithItsMixingStep"})
  static class TooCoarseForItsMixingStep extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainEightBit() {
        @Override
        int level(float share) {
          return share < 0 ? -127 : 127;
        }
      };
    }

    @Override
    protected float tolerance(float largest) {
      return largest / 127;
    }
  }
}

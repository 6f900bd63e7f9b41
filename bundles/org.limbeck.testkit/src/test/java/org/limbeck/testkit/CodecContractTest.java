package org.limbeck.testkit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

class CodecContractTest extends ContractTests {

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

  @Fails("encodesAlikeWheneverAsked")
  static class EncodesRowsThatDoNotCount extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainEightBit() {
        @Override
        float scale(Block difference) {
          float scale = super.scale(difference);
          return difference.capacity() > difference.rows() ? 2 * scale : scale;
        }
      };
    }

    @Override
    protected float tolerance(float largest) {
      return largest / 60;
    }
  }

  @Fails("decodesToTheSameBitsForAll")
  static class AddsToWhatIsThere extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          float first = difference.values().length == 0 ? 0 : difference.values()[0];
          super.decode(in, difference);
          if (first == 99) {
            difference.values()[0] += first;
          }
        }
      };
    }
  }

  @Fails("encodesNoIds")
  static class WritesIdsToo extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          super.decode(in, difference);
          Arrays.setAll(difference.ids(), i -> i);
        }
      };
    }
  }

  @Fails({
    "leavesTheDifferenceAsItIs",
    "givesBackWhatItWasGiven",
    "givesBackUnusualRows",
    "encodesAlikeWheneverAsked",
    "isSafeForSeveralThreads"
  })
  static class EncodesInPlace extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void encode(Block difference, ByteBuffer out) {
          super.encode(difference, out);
          Arrays.fill(difference.values(), 0);
        }
      };
    }
  }

  @Fails("writesNoMoreThanItSays")
  static class WritesOverItsMargin extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void encode(Block difference, ByteBuffer out) {
          super.encode(difference, out);
          if (out.position() < out.capacity()) {
            out.duplicate().clear().put(out.position(), (byte) 0);
          }
        }
      };
    }
  }

  @Fails("saysWhenABlockIsTooLargeForABuffer")
  static class CountsBytesWithAnOverflow extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public int maxBytes(int rows, int width) {
          return rows * width * Float.BYTES;
        }
      };
    }
  }

  @Fails("readsFromPositionToLimit")
  static class ReadsFromTheStart extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          ByteBuffer bytes = in.duplicate();
          super.decode(in, difference);
          if (bytes.position() > 0 && difference.rows() > 0) {
            difference.values()[0] = bytes.getFloat(0);
          }
        }
      };
    }
  }

  @Fails("writesNoRowBeyondThoseSet")
  static class FillsTheWholeBlock extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          super.decode(in, difference);
          int count = difference.rows() * difference.width();
          Arrays.fill(difference.values(), count, difference.values().length, 0);
        }
      };
    }
  }

  @Fails("copesWithNoRows")
  static class NeedsARow extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          super.decode(in, difference);
          if (difference.rows() == 0) {
            throw new MalformedPayloadException("no rows");
          }
        }
      };
    }
  }

  @Fails("refusesBytesThatAreTooFew")
  static class TakesWhatThereIs extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          if (in.remaining() < maxBytes(difference.rows(), difference.width())) {
            in.position(in.limit());
          } else {
            super.decode(in, difference);
          }
        }
      };
    }
  }

  @Fails("refusesBytesThatAreTooFew")
  static class ThrowsSomethingElse extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          if (in.remaining() < maxBytes(difference.rows(), difference.width())) {
            throw new BufferUnderflowException();
          }
          super.decode(in, difference);
        }
      };
    }
  }

  @Fails("refusesBytesThatAreTooMany")
  static class IgnoresWhatFollows extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
          int expected = maxBytes(difference.rows(), difference.width());
          in.limit(Math.min(in.limit(), in.position() + expected));
          super.decode(in, difference);
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

  @Fails("isSafeForSeveralThreads")
  static class OneCallAtATime extends CodecContract {
    private static final OneAtATime GATE = new OneAtATime();

    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void encode(Block difference, ByteBuffer out) {
          if (difference.rows() == 1) {
            GATE.pass(() -> 1);
          }
          super.encode(difference, out);
        }
      };
    }
  }

  @Fails("allocatesNothingPerCall")
  static class CopiesTheBlock extends CodecContract {
    @Override
    protected Codec codec() {
      return new PlainFloat32() {
        @Override
        public void encode(Block difference, ByteBuffer out) {
          super.encode(Blocks.copy(difference), out);
        }
      };
    }
  }
}

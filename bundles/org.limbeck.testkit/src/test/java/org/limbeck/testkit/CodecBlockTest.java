package org.limbeck.testkit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

class CodecBlockTest extends ContractTests {
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

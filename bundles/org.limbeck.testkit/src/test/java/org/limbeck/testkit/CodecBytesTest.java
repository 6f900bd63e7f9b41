package org.limbeck.testkit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

class CodecBytesTest extends ContractTests {
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
}

package org.limbeck.exchange.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

class FrameDecoderTest {
  private static final Block ROW = new Block(1, 1);

  /** Codecs are plug-ins, and what they are sent may be anything. */
  @Test
  void whatACodecDoesNotExpectIsARefusal() {
    assertRefused(
        new FailingCodec() {
          @Override
          public void decode(ByteBuffer in, Block difference) {
            throw new ArrayIndexOutOfBoundsException(7);
          }
        },
        "ArrayIndexOutOfBoundsException");
    assertRefused(
        new FailingCodec() {
          @Override
          public void decode(ByteBuffer in, Block difference) throws MalformedPayloadException {
            throw new MalformedPayloadException("it is too short");
          }
        },
        "it is too short");
  }

  private static void assertRefused(Codec codec, String why) {
    FrameDecoder decoder =
        new FrameDecoder(new TriggeredCodec(codec, EventTrigger.NONE), ValueRange.DECISIONS);
    assertThatThrownBy(() -> decoder.decode(frame(), ByteBuffer.allocate(4), ROW, new Block(1, 1)))
        .isInstanceOfSatisfying(
            MalformedFrameException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(RejectReason.UNDECODABLE);
              assertThat(e).hasMessageContainingAll("hall", why);
            });
  }

  private static Frame frame() throws MalformedFrameException {
    Envelope envelope = Envelope.of("net", "hall", new byte[32], "failing");
    FrameWriter writer = new FrameWriter(Optional.empty());
    ByteBuffer out = ByteBuffer.allocate(writer.sizeOf(envelope, 4));
    FrameWriter.begin(out, envelope, Frame.DATA, 0, 0, 0, 0);
    out.putInt(7);
    writer.end(out);
    Frame frame = new Frame();
    frame.read(out);
    return frame;
  }

  private abstract static class FailingCodec implements Codec {
    @Override
    public int maxBytes(int rows, int width) {
      return Float.BYTES;
    }

    @Override
    public void encode(Block difference, ByteBuffer out) {
      out.putFloat(0);
    }

    @Override
    public float gamma(int width) {
      return 1;
    }
  }
}

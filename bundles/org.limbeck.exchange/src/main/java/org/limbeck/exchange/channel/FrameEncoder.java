package org.limbeck.exchange.channel;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;

/**
 * Makes the frames of one channel of a device. A frame is begun, may get a header of the channel's
 * own, and ends with what fills it. Used by one thread at a time.
 */
public final class FrameEncoder {
  private final int channel;
  private final FrameSender frameSender;

  /**
   * Makes an encoder.
   *
   * @param channel the number of the channel
   * @param frameSender knows what all frames of the device have in common, and how they end
   */
  public FrameEncoder(int channel, FrameSender frameSender) {
    this.channel = channel;
    this.frameSender = frameSender;
  }

  /** Begins a frame with values that a codec encodes. */
  public void begin(TriggeredCodec codec, long sequence, long round, ByteBuffer out) {
    int flags = codec.sendsMap() ? Frame.EXPLICIT_ROWS : 0;
    FrameWriter.begin(out, frameSender.envelope(), Frame.DATA, flags, channel, sequence, round);
  }

  /** Begins a frame with all that a device knows. */
  public void beginSnapshot(long sequence, long round, ByteBuffer out) {
    FrameWriter.begin(
        out, frameSender.envelope(), Frame.SNAPSHOT, Frame.EXPLICIT_ROWS, channel, sequence, round);
  }

  /**
   * Ends a frame with rows, which are replaced by what a receiver will decode.
   *
   * @return how many bytes encode them
   */
  public int end(TriggeredCodec codec, Block rows, ByteBuffer out) {
    int begin = out.position();
    codec.encode(rows, out);
    return end(begin, out);
  }

  /**
   * Ends a frame with all rows of a block, which is as the codec leaves it.
   *
   * @return how many bytes encode them
   */
  public int end(Codec codec, Block rows, ByteBuffer out) {
    int begin = out.position();
    codec.encode(rows, out);
    return end(begin, out);
  }

  /**
   * Ends a frame whose payload has been written.
   *
   * @param begin where the part of it begins that is counted as payload
   * @return how many bytes that part has
   */
  public int end(int begin, ByteBuffer out) {
    int payloadBytes = out.position() - begin;
    frameSender.end(out);
    return payloadBytes;
  }
}

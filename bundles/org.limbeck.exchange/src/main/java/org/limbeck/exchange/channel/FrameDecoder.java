package org.limbeck.exchange.channel;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

/**
 * Reads the values in the frames of a channel.
 *
 * @param codec decodes them
 * @param range which of them an honest device may send
 */
public record FrameDecoder(TriggeredCodec codec, ValueRange range) {

  /**
   * Decodes values.
   *
   * @param payload where they begin in the frame
   * @param selected the ids of the rows of the round
   * @param into receives the ids and the values of the rows that were sent
   * @throws MalformedFrameException if the sender has encoded them in another way than this device
   */
  public Block decode(Frame frame, ByteBuffer payload, Block selected, Block into)
      throws MalformedFrameException {
    if (frame.hasExplicitRows() != codec.sendsMap()) {
      throw new MalformedFrameException(
          "a frame of " + frame.sender() + " was made with another trigger than this device's");
    }
    try {
      codec.decode(payload, selected, into);
    } catch (MalformedPayloadException e) {
      throw new MalformedFrameException(
          RejectReason.UNDECODABLE,
          "a frame of " + frame.sender() + " cannot be decoded: " + e.getMessage());
    } catch (RuntimeException e) {
      // Codecs are plug-ins: what they do not expect must not end a device that is sent it.
      throw new MalformedFrameException(
          RejectReason.UNDECODABLE,
          "a frame of " + frame.sender() + " cannot be decoded, the codec fails with " + e);
    }
    return into;
  }

  /**
   * Decodes values of a device that may be dishonest.
   *
   * @throws MalformedFrameException also if a value is out of range
   */
  public Block decodeInRange(Frame frame, ByteBuffer payload, Block selected, Block into)
      throws MalformedFrameException {
    range.require(decode(frame, payload, selected, into), frame.sender());
    return into;
  }
}

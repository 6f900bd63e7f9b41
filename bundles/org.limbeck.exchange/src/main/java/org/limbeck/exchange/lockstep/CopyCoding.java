package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.util.Map;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.FrameEncoder;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopy;

/**
 * What the frames of a channel encode, and so what public copies are for: differences to them, or
 * values, by which they begin anew with each frame.
 *
 * @param coding differences or values
 * @param codec what encodes them
 * @param encoder writes the frames of the channel
 */
record CopyCoding(Coding coding, TriggeredCodec codec, FrameEncoder encoder) {

  boolean encodesValues() {
    return coding == Coding.VALUES;
  }

  /**
   * Writes a frame, and advances the sender's copy by what it says.
   *
   * @param values the values of some rows
   * @param encoded receives what is decoded of the frame
   * @param outgoing receives the frame
   * @return the bytes of its payload
   */
  int encode(PublicCopy copy, long round, Block values, Block encoded, ByteBuffer outgoing) {
    if (encodesValues()) {
      encoded.selectLike(values);
      System.arraycopy(values.values(), 0, encoded.values(), 0, values.rows() * values.width());
    } else {
      copy.subtractFrom(values, encoded);
    }
    encoder.begin(codec, copy.frames(), round, outgoing);
    int payloadBytes = encoder.end(codec, encoded, outgoing);
    advance(copy, encoded);
    return payloadBytes;
  }

  /** Takes what was decoded of a frame into the copy of its sender. */
  void advance(PublicCopy copy, Block decoded) {
    if (encodesValues()) {
      copy.clear();
    }
    copy.add(decoded);
  }

  /** Returns what copies begin from: those of values begin anew. */
  ChannelStates from(ChannelStates states) {
    return encodesValues() ? ChannelStates.NONE : states;
  }

  /** Returns the state of a channel that keeps these copies; those of values are not kept. */
  ChannelState state(ChannelSpec spec, Map<String, PublicCopy> kept) {
    return encodesValues()
        ? new ChannelState.Empty(spec.rows(), spec.width())
        : new ChannelState.LockStep(spec.rows(), spec.width(), kept);
  }
}

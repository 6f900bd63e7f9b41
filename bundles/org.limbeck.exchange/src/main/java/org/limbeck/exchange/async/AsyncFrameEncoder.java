package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.channel.FrameEncoder;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.state.PublicCopy;

/**
 * Writes the frames that one device sends to all neighbours, and keeps what must be known of them
 * later. Used by one thread at a time.
 */
final class AsyncFrameEncoder {
  private final FrameEncoder encoder;
  private final FrameSender frameSender;
  private final TriggeredCodec codec;
  private final PublicCopy own;
  private final FrameHistory history;

  /**
   * Has written nothing yet.
   *
   * @param channel the number of the channel
   * @param own the public copy of the device's own values
   * @param history receives what is sent
   */
  AsyncFrameEncoder(
      int channel,
      FrameSender frameSender,
      TriggeredCodec codec,
      PublicCopy own,
      FrameHistory history) {
    this.encoder = new FrameEncoder(channel, frameSender);
    this.frameSender = frameSender;
    this.codec = codec;
    this.own = own;
    this.history = history;
  }

  /**
   * Sends values of some rows, and what is to be said of each edge.
   *
   * @param buffers scratch space; its selected rows are those of the round
   */
  void send(long round, Block values, Collection<AsyncEdge> edges, ChannelBuffers buffers) {
    Block selected = buffers.selected();
    Block difference = buffers.difference();
    own.subtractFrom(values, difference);
    List<EdgeHeader> headers = new ArrayList<>();
    for (AsyncEdge edge : edges) {
      headers.add(edge.header(selected));
    }
    FrameHistory.Sent sent = write(round, difference, headers);
    history.add(sent);
    own.add(difference);
    own.publish(round, selected);
    int next = 0;
    for (AsyncEdge edge : edges) {
      edge.lead(headers.get(next++), selected, own);
    }
    frameSender.sendToNeighbours(sent.bytes(), sent.payloadBytes());
  }

  private FrameHistory.Sent write(long round, Block difference, List<EdgeHeader> headers) {
    List<EdgeHeader> said = headers.stream().filter(EdgeHeader::says).toList();
    int rows = difference.rows();
    int most = EdgeHeader.maxBytes(said.size(), rows) + codec.maxBytes(rows, own.width());
    ByteBuffer out = ByteBuffer.allocate(frameSender.frameBytes(most));
    encoder.begin(codec, own.frames(), round, out);
    EdgeHeader.write(said, rows, out);
    int payloadBytes = encoder.end(codec, difference, out);
    Block before = new Block(difference.rows(), own.width());
    own.read(difference, before);
    return new FrameHistory.Sent(own.frames(), out, payloadBytes, before);
  }
}

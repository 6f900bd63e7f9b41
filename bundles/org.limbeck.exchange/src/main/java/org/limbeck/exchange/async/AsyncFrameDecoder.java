package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.channel.FrameDecoder;
import org.limbeck.exchange.channel.SelectedRows;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

/**
 * Reads what the frames of neighbours say to one device. What it returns is as it is until the next
 * call.
 */
final class AsyncFrameDecoder {
  private final FrameDecoder decoder;
  private final SelectedRows selection;
  private final ChannelBuffers.Sizes sizes;
  private final Supplier<Workspace> workspace;
  private final String self;

  /**
   * Makes a decoder.
   *
   * @param selection the rows of a round
   * @param workspace returns that of the present call
   */
  AsyncFrameDecoder(
      String device,
      TriggeredCodec codec,
      SelectedRows selection,
      ChannelBuffers.Sizes sizes,
      Supplier<Workspace> workspace) {
    this.decoder = new FrameDecoder(codec, ValueRange.DECISIONS);
    this.selection = selection;
    this.sizes = sizes;
    this.workspace = workspace;
    this.self = device;
  }

  /**
   * What a frame with values says.
   *
   * @param rows the rows of its round
   * @param headers what it says of the edge to this device
   * @param values decoded, one row for each of those
   */
  record Contents(Block rows, List<EdgeHeader> headers, Block values) {}

  /** Returns the rows of a round. */
  Block rows(long round) {
    return selection.of(round, workspace.get().scratch(sizes).selected());
  }

  /** Reads all of a frame with values. */
  Contents contents(Frame frame) throws MalformedFrameException {
    Block rows = rows(frame.round());
    ByteBuffer payload = frame.payload().order(ByteOrder.BIG_ENDIAN);
    List<EdgeHeader> headers = mine(EdgeHeader.read(payload, rows.rows()));
    Block values = workspace.get().scratch(sizes).difference();
    decoder.decodeInRange(frame, payload, rows, values);
    return new Contents(rows, headers, values);
  }

  /** Reads what a frame with values says of the edge to this device, before its turn has come. */
  List<EdgeHeader> headers(Frame frame) throws MalformedFrameException {
    int rows = rows(frame.round()).rows();
    return mine(EdgeHeader.read(frame.payload().order(ByteOrder.BIG_ENDIAN), rows));
  }

  /** Reads a snapshot for this device: anybody may bring it one that others were sent. */
  EdgeSnapshot snapshot(Frame frame) throws MalformedFrameException {
    EdgeSnapshot snapshot = EdgeSnapshot.read(frame.payload(), sizes.rows(), sizes.width());
    if (!snapshot.receiver().equals(self)) {
      throw new MalformedFrameException(
          RejectReason.REPLAYED, "a snapshot of " + frame.sender() + " is for another device");
    }
    ValueRange.DECISIONS.require(snapshot.copy(), frame.sender());
    ValueRange.DECISIONS.require(snapshot.flow(), frame.sender());
    return snapshot;
  }

  private List<EdgeHeader> mine(List<EdgeHeader> headers) throws MalformedFrameException {
    List<EdgeHeader> mine = headers.stream().filter(header -> header.peer().equals(self)).toList();
    if (mine.size() > 1) {
      throw new MalformedFrameException("a frame speaks of one edge " + mine.size() + " times");
    }
    return mine;
  }
}

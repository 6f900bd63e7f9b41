package org.limbeck.engine.flow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.engine.channel.ChannelBuffers;
import org.limbeck.engine.channel.Range;
import org.limbeck.engine.channel.RowCodec;
import org.limbeck.engine.channel.SelectedRows;
import org.limbeck.engine.channel.Workspace;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

/**
 * Reads what the frames of neighbours say to one device. What it returns is as it is until the next
 * call.
 */
final class FlowReader {
  private final RowCodec codec;
  private final SelectedRows selection;
  private final ChannelBuffers.Sizes sizes;
  private final Supplier<Workspace> workspace;
  private final int self;

  /**
   * Makes a reader.
   *
   * @param selection the rows of a round
   * @param workspace returns that of the present call
   */
  FlowReader(
      String device,
      RowCodec codec,
      SelectedRows selection,
      ChannelBuffers.Sizes sizes,
      Supplier<Workspace> workspace) {
    this.codec = codec;
    this.selection = selection;
    this.sizes = sizes;
    this.workspace = workspace;
    this.self = EdgeNote.reference(device);
  }

  /**
   * What a frame with values says.
   *
   * @param rows the rows of its round
   * @param notes what it says of the edge to this device
   * @param values decoded, one row for each of those
   */
  record Contents(Block rows, List<EdgeNote> notes, Block values) {}

  /** Returns the rows of a round. */
  Block rows(long round) {
    return selection.of(round, workspace.get().scratch(sizes).selected());
  }

  /** Reads all of a frame with values. */
  Contents contents(Frame frame) throws MalformedFrameException {
    Block rows = rows(frame.round());
    ByteBuffer payload = frame.payload().order(ByteOrder.BIG_ENDIAN);
    List<EdgeNote> notes = mine(EdgeNote.read(payload, rows.rows()));
    Block values = workspace.get().scratch(sizes).difference();
    try {
      codec.decode(payload, rows, values);
    } catch (MalformedPayloadException e) {
      throw new MalformedFrameException(
          "a frame of " + frame.sender() + " cannot be decoded: " + e.getMessage());
    }
    Range.DECISIONS.require(values, frame.sender());
    return new Contents(rows, notes, values);
  }

  /** Reads what a frame with values says of the edge to this device, before its turn has come. */
  List<EdgeNote> notes(Frame frame) throws MalformedFrameException {
    int rows = rows(frame.round()).rows();
    return mine(EdgeNote.read(frame.payload().order(ByteOrder.BIG_ENDIAN), rows));
  }

  /** Reads a snapshot. */
  EdgeSnapshot snapshot(Frame frame) throws MalformedFrameException {
    EdgeSnapshot snapshot = EdgeSnapshot.read(frame.payload(), sizes.rows(), sizes.width());
    Range.DECISIONS.require(snapshot.copy(), frame.sender());
    Range.DECISIONS.require(snapshot.flow(), frame.sender());
    return snapshot;
  }

  private List<EdgeNote> mine(List<EdgeNote> notes) throws MalformedFrameException {
    List<EdgeNote> mine = notes.stream().filter(note -> note.peer() == self).toList();
    if (mine.size() > 1) {
      throw new MalformedFrameException("a frame speaks of one edge " + mine.size() + " times");
    }
    return mine;
  }
}

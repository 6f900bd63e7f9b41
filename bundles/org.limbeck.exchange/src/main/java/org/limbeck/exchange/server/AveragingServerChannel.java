package org.limbeck.exchange.server;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.codec.Codec;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.PublicCopy;
import org.limbeck.exchange.channel.PublicCopyReader;
import org.limbeck.exchange.channel.SelectedRows;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.frame.Frame;

/** A device's end of a channel to the server. */
public final class AveragingServerChannel implements ServerChannel, ExchangeChannel {
  private static final long NEVER = -1;

  private final int number;
  private final FrameSender frameSender;
  private final Codec codec;
  private final double weight;
  private final SelectedRows selection;
  private final Supplier<Workspace> workspace;
  private final ServerAverage.Buffers.Sizes sizes;
  private final ServerAverage mean;
  private final boolean first;
  private final PublicCopyReader reader;
  private final Block ids;
  private final LongFunction<Block> rowsOf;
  private ByteBuffer sent = ByteBuffer.allocate(0);
  private long sentRound = NEVER;

  /**
   * Makes an end.
   *
   * @param number its number among the channels of the device
   * @param frameSender counts what it sends
   * @param codec what encodes it
   * @param sizes the most rows, values per row, and bytes of a payload
   * @param selection the rows of a round
   * @param weight how much this device counts in the mean
   * @param mean what it leads to
   * @param workspace returns that of the present call
   */
  public AveragingServerChannel(
      int number,
      FrameSender frameSender,
      Codec codec,
      ServerAverage.Buffers.Sizes sizes,
      RowSelection selection,
      double weight,
      ServerAverage mean,
      Supplier<Workspace> workspace) {
    this.number = number;
    this.frameSender = frameSender;
    this.codec = codec;
    this.sizes = sizes;
    this.selection = new SelectedRows(selection);
    this.weight = weight;
    this.mean = mean;
    this.workspace = workspace;
    this.first = mean.add(this);
    this.reader = new PublicCopyReader(mean.copy(), true);
    this.ids = new Block(sizes.rows(), 1);
    this.rowsOf = round -> this.selection.of(round, ids);
  }

  @Override
  public void send(long round, Block values) {
    selection.requireSendable(device(), round, values, ids);
    Block difference = workspace.get().scratch(sizes).difference();
    mean.copy().subtractFrom(values, difference);
    if (sent.capacity() == 0) {
      sent = ByteBuffer.allocate(frameSender.frameBytes(sizes.payloadBytes()));
    }
    Frame.begin(sent, frameSender.envelope(), Frame.DATA, number, mean.copy().frames(), round);
    int payload = sent.position();
    codec.encode(difference, sent);
    int payloadBytes = sent.position() - payload;
    frameSender.end(sent);
    frameSender.count(payloadBytes, sent.remaining());
    sentRound = round;
  }

  @Override
  public Block mean(long round) {
    return reader.rows(round, rowsOf);
  }

  boolean hasSent(long round) {
    return sentRound == round;
  }

  /** Returns whether the server has answered in a round. */
  public boolean isAnswered(long round) {
    return mean.copy().hasPublished(round);
  }

  /** Returns the size of the payload of the server's last answer. */
  public int answerBytes() {
    return mean.payloadBytes();
  }

  /** Returns the frame that was sent last: not a copy. */
  ByteBuffer frame() {
    return sent;
  }

  /** Returns the ids of the rows that were sent last: not a copy. */
  Block ids() {
    return ids;
  }

  double weight() {
    return weight;
  }

  ServerAverage.Buffers.Sizes sizes() {
    return sizes;
  }

  String device() {
    return frameSender.device();
  }

  @Override
  public PlannedFrame plan(long round) {
    return new PlannedFrame(rowsOf.apply(round).rows(), sizes.width(), 0, true);
  }

  /** A server that is made anew begins anew. */
  @Override
  public Optional<PublicCopy> copyOf(String sender) {
    return Optional.empty();
  }

  /** The first device writes what the server has sent to all. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(sizes.rows());
    out.writeInt(sizes.width());
    out.writeInt(first ? 1 : 0);
    if (first) {
      out.writeUTF(AveragingServer.ID);
      mean.copy().save(out);
    }
  }
}

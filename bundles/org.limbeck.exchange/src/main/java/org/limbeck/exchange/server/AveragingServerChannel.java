package org.limbeck.exchange.server;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Heard;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.FrameEncoder;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.SelectedRows;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.state.ChannelState;

/** A device's end of a channel to the server. */
public final class AveragingServerChannel implements ServerChannel, ExchangeChannel {
  private static final long NEVER = -1;

  private final ChannelSpec spec;
  private final FrameSender frameSender;
  private final double weight;
  private final SelectedRows selection;
  private final Supplier<Workspace> workspace;
  private final ServerAverage.Buffers.Sizes sizes;
  private final ServerAverage mean;
  private final int place;
  private final FrameEncoder encoder;
  private final Block ids;
  private final Block sentIds;
  private final Block nothing;
  private ByteBuffer sent = ByteBuffer.allocate(0);
  private long sentRound = NEVER;
  private OfferedValues offered = OfferedValues.NONE;

  /**
   * Makes an end.
   *
   * @param frameSender counts what it sends
   * @param weight how much this device counts in the mean
   * @param mean what it leads to
   * @param workspace returns that of the present call
   */
  public AveragingServerChannel(
      ChannelSpec spec,
      FrameSender frameSender,
      double weight,
      ServerAverage mean,
      Supplier<Workspace> workspace) {
    this.spec = spec;
    this.frameSender = frameSender;
    this.sizes = mean.sizes(spec.rows(), spec.width());
    this.selection = spec.selectedRows();
    this.weight = weight;
    this.mean = mean;
    this.workspace = workspace;
    this.place = mean.add(this);
    this.encoder = new FrameEncoder(spec.number(), frameSender);
    this.ids = new Block(spec.rows(), 1);
    this.sentIds = new Block(spec.rows(), 1);
    this.nothing = new Block(0, spec.width());
  }

  @Override
  public void send(long round, Block values) {
    selection.requireSomeSendable(device(), round, values, ids);
    if (values.rows() > 0) {
      frameSender.count(encode(round, values), sent.remaining());
      sentRound = round;
    }
  }

  @Override
  public void offer(long round, Block values, double tolerance, int most) {
    selection.requireSendable(device(), round, values, ids);
    offered = new OfferedValues(round, encode(round, values), tolerance, most);
  }

  /** Sends what it has offered. */
  void accept() {
    frameSender.count(offered.payloadBytes(), sent.remaining());
    sentRound = offered.round();
    offered = OfferedValues.NONE;
  }

  /** Returns what it has offered last, if it was not asked for it. */
  OfferedValues offered() {
    return offered;
  }

  @Override
  public Heard heard(long round) {
    return mean.heard(round);
  }

  /** Writes a frame, and returns the size of its payload. */
  private int encode(long round, Block values) {
    sentIds.selectLike(values);
    Block difference = workspace.get().scratch(sizes).difference();
    mean.copy().subtractFrom(values, difference);
    if (sent.capacity() == 0) {
      sent = ByteBuffer.allocate(frameSender.frameBytes(sizes.payloadBytes()));
    }
    encoder.begin(mean.codec(ids, sentIds), mean.copy().frames(), round, sent);
    int begin = sent.position();
    mean.encode(ids, difference, sent);
    return encoder.end(begin, sent);
  }

  @Override
  public Block mean(long round) {
    return isAnswered(round) ? mean.answer() : nothing;
  }

  @Override
  public int devices() {
    return mean.devices();
  }

  @Override
  public int place() {
    return place;
  }

  boolean hasSent(long round) {
    return sentRound == round;
  }

  /** Returns whether the server has answered this device in a round. */
  public boolean isAnswered(long round) {
    return mean.isAnswered(round) && (mean.isOfAll() || hasSent(round));
  }

  /** Returns the size of the payload of the server's last answer. */
  public int answerBytes() {
    return mean.payloadBytes();
  }

  /** Returns the frame that was sent last: not a copy. */
  ByteBuffer frame() {
    return sent;
  }

  /** Returns the ids of all rows of the round in which it has sent last: not a copy. */
  Block ids() {
    return ids;
  }

  /** Returns the ids of the rows that were sent last: not a copy. */
  Block sentIds() {
    return sentIds;
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
    return new PlannedFrame(selection.of(round, ids).rows(), sizes.width(), 0, true);
  }

  /** The first device keeps what the server has sent to all. */
  @Override
  public ChannelState state() {
    return place == 0
        ? new ChannelState.Server(spec.rows(), spec.width(), mean.copy())
        : new ChannelState.Empty(spec.rows(), spec.width());
  }
}

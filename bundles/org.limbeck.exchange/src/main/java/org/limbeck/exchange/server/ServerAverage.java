package org.limbeck.exchange.server;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.codec.Codec;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.FrameDecoder;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.state.PublicCopy;

/**
 * The mean of what the devices send on one channel. Both ways travel differences to the mean that
 * was sent before, as in A. Reisizadeh et al., <i>FedPAQ</i>, AISTATS 2020: the server and all
 * devices advance one copy of it by the same decoded bits.
 */
public final class ServerAverage {
  private final TriggeredCodec codec;
  private final FrameDecoder decoder;
  private final PublicCopy copy;
  private final List<AveragingServerChannel> members = new ArrayList<>();
  private final Frame frame = new Frame();
  private int payloadBytes;

  ServerAverage(Codec codec, PublicCopy copy) {
    this.codec = new TriggeredCodec(codec, EventTrigger.NONE);
    this.decoder = new FrameDecoder(this.codec, ValueRange.FINITE);
    this.copy = copy;
  }

  /** Takes in the end of the next device; returns whether it is the first one. */
  boolean add(AveragingServerChannel member) {
    members.add(member);
    return members.size() == 1;
  }

  TriggeredCodec codec() {
    return codec;
  }

  Buffers.Sizes sizes(int rows, int width) {
    return new Buffers.Sizes(rows, width, codec.codec().maxBytes(rows, width));
  }

  PublicCopy copy() {
    return copy;
  }

  /** Returns the size of the payload of the last answer. */
  int payloadBytes() {
    return payloadBytes;
  }

  /** Adds up what came in a round in the order of the devices, and lays open the new mean. */
  void answer(long round, Workspace workspace) {
    List<AveragingServerChannel> senders =
        members.stream().filter(member -> member.hasSent(round)).toList();
    if (senders.isEmpty()) {
      return;
    }
    AveragingServerChannel first = senders.get(0);
    Buffers buffers = workspace.scratch(first.sizes());
    Block ids = first.ids();
    double total = senders.stream().mapToDouble(AveragingServerChannel::weight).sum();
    int values = ids.rows() * copy.width();
    Arrays.fill(buffers.sum(), 0, values, 0);
    for (AveragingServerChannel sender : senders) {
      Block difference = decode(sender, ids, buffers.difference());
      double share = sender.weight() / total;
      for (int i = 0; i < values; i++) {
        buffers.sum()[i] = Math.fma(share, difference.values()[i], buffers.sum()[i]);
      }
    }
    Block mean = buffers.difference();
    for (int i = 0; i < values; i++) {
      mean.values()[i] = (float) buffers.sum()[i];
    }
    ByteBuffer payload = buffers.payload().clear();
    codec.encode(mean, payload);
    payloadBytes = payload.position();
    copy.add(mean);
    copy.publish(round, ids);
  }

  private Block decode(AveragingServerChannel sender, Block ids, Block difference) {
    try {
      frame.read(sender.frame());
      return decoder.decode(frame, frame.payload(), ids, difference);
    } catch (MalformedFrameException e) {
      throw new IllegalStateException(sender.device() + ": " + e.getMessage(), e);
    }
  }

  /** What the server needs while it answers. */
  public record Buffers(double[] sum, Block difference, ByteBuffer payload) {

    /** The sizes. */
    public record Sizes(int rows, int width, int payloadBytes) implements Scratch<Buffers> {

      @Override
      public Buffers make() {
        return new Buffers(
            new double[Math.multiplyExact(rows, width)],
            new Block(rows, width),
            ByteBuffer.allocate(payloadBytes));
      }
    }
  }
}

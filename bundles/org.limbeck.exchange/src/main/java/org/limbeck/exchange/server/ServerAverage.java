package org.limbeck.exchange.server;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Heard;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.codec.Codec;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.FrameDecoder;
import org.limbeck.exchange.channel.RowMap;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.state.PublicCopy;

/**
 * The mean of what the devices send on one channel. Both ways travel differences to the mean that
 * was sent before, as in A. Reisizadeh et al., <i>FedPAQ</i>, AISTATS 2020: the server and all
 * devices advance one copy of it by the same decoded bits. Frames with some of the rows of a round
 * begin with a {@link RowMap}, both ways.
 */
public final class ServerAverage {
  private static final Heard NOBODY = new Heard(0, 0);

  private final TriggeredCodec allRows;
  private final TriggeredCodec someRows;
  private final PublicCopy copy;
  private final List<AveragingServerChannel> members = new ArrayList<>();
  private final Frame frame = new Frame();
  private int payloadBytes;
  private Heard heard = NOBODY;
  private long answeredRound = -1;
  private boolean ofAll;
  private Block partial;

  ServerAverage(Codec codec, PublicCopy copy) {
    this.allRows = new TriggeredCodec(codec, EventTrigger.NONE);
    this.someRows = new TriggeredCodec(codec, new EventTrigger(0, EventTrigger.LEAST_SHARE));
    this.copy = copy;
    this.partial = new Block(0, copy.width());
  }

  /**
   * Takes in the end of the next device; returns its place among all, from 0.
   *
   * @throws IllegalArgumentException if its rows have another width than those of the others
   */
  int add(AveragingServerChannel member) {
    int width = member.sizes().width();
    if (width != copy.width()) {
      throw new IllegalArgumentException(
          "what devices send its server must be equally wide, and "
              + member.device()
              + " sends rows of "
              + width
              + " values, others of "
              + copy.width());
    }
    members.add(member);
    return members.size() - 1;
  }

  int devices() {
    return members.size();
  }

  /** Returns what reads a frame with some of the rows of a round, or with all. */
  TriggeredCodec codec(Block selected, Block sent) {
    return sent.rows() < selected.rows() ? someRows : allRows;
  }

  Buffers.Sizes sizes(int rows, int width) {
    int payload = Math.addExact(RowMap.bytes(rows), allRows.codec().maxBytes(rows, width));
    return new Buffers.Sizes(rows, width, payload);
  }

  PublicCopy copy() {
    return copy;
  }

  /** Returns the size of the payload of the last answer. */
  int payloadBytes() {
    return payloadBytes;
  }

  /** Returns whether a round has an answer. */
  boolean isAnswered(long round) {
    return answeredRound == round;
  }

  /** Returns whether the last answer is for all devices, and not only for those who have sent. */
  boolean isOfAll() {
    return ofAll;
  }

  /** Returns the last answer: not a copy. */
  Block answer() {
    return ofAll ? copy.published() : partial;
  }

  /** Returns whose values the mean of a round is of. */
  Heard heard(long round) {
    return isAnswered(round) ? heard : NOBODY;
  }

  /**
   * Writes all or some of the rows of a round, which are as the codec leaves them then.
   *
   * @param selected the ids of all rows of the round
   */
  void encode(Block selected, Block rows, ByteBuffer out) {
    writeMap(selected, rows, out);
    allRows.codec().encode(rows, out);
  }

  private static void writeMap(Block selected, Block rows, ByteBuffer out) {
    if (rows.rows() < selected.rows()) {
      RowMap.write(selected, rows, out);
    }
  }

  /** Adds up what came in a round in the order of the devices, and lays open the new mean. */
  void answer(long round, Workspace workspace) {
    int sent = senders(round).size();
    if (sent == 0) {
      return;
    }
    Buffers buffers = workspace.scratch(members.get(0).sizes());
    askFor(round, buffers.difference());
    List<AveragingServerChannel> senders = senders(round);
    heard = new Heard(sent, senders.size() - sent);
    ofAll = offers(round).isEmpty();
    answeredRound = round;
    Block selected = senders.get(0).ids();
    RowSums sums = buffers.sums();
    sums.begin(selected);
    senders.forEach(sender -> sums.weigh(sender.sentIds(), sender.weight()));
    for (AveragingServerChannel sender : senders) {
      sums.add(decode(sender, selected, buffers.difference()), sender.weight());
    }
    Block mean = buffers.difference();
    sums.write(mean);
    ByteBuffer payload = buffers.payload().clear();
    writeMap(selected, mean, payload);
    allRows.encode(mean, payload);
    payloadBytes = payload.position();
    if (ofAll) {
      copy.add(mean);
      copy.publish(round, mean);
    } else {
      readPartial(mean);
    }
  }

  private List<AveragingServerChannel> senders(long round) {
    return members.stream().filter(member -> member.hasSent(round)).toList();
  }

  private List<AveragingServerChannel> offers(long round) {
    return members.stream().filter(member -> member.offered().round() == round).toList();
  }

  private void askFor(long round, Block buffer) {
    List<AveragingServerChannel> offers = offers(round);
    if (!offers.isEmpty()) {
      Block selected = offers.get(0).ids();
      new Balancing(Math.multiplyExact(selected.rows(), copy.width()))
          .balance(round, senders(round), offers, sender -> decode(sender, selected, buffer));
    }
  }

  /** Adds a mean to what all devices know, for those who are answered, and for this round. */
  private void readPartial(Block mean) {
    if (partial.capacity() < mean.rows()) {
      partial = new Block(mean.rows(), copy.width());
    }
    copy.read(mean, partial);
    for (int i = 0; i < mean.rows() * copy.width(); i++) {
      partial.values()[i] += mean.values()[i];
    }
  }

  private Block decode(AveragingServerChannel sender, Block selected, Block difference) {
    TriggeredCodec codec = codec(selected, sender.sentIds());
    try {
      frame.read(sender.frame());
      return new FrameDecoder(codec, ValueRange.FINITE)
          .decode(frame, frame.payload(), selected, difference);
    } catch (MalformedFrameException e) {
      throw new IllegalStateException(sender.device() + ": " + e.getMessage(), e);
    }
  }

  /** What the server needs while it answers. */
  record Buffers(RowSums sums, Block difference, ByteBuffer payload) {

    /** The sizes. */
    record Sizes(int rows, int width, int payloadBytes) implements Scratch<Buffers> {

      @Override
      public Buffers make() {
        return new Buffers(
            new RowSums(rows, width), new Block(rows, width), ByteBuffer.allocate(payloadBytes));
      }
    }
  }
}

package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.List;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.transport.Link;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.neighbours.Neighbour;

/** Ends a device's frames, sends them, and counts the bytes, one copy per receiver. */
public final class FrameSender {
  private final String device;
  private Envelope envelope;
  private final FrameWriter writer;
  private final Link link;
  private List<String> neighbours = List.of();
  private final long wireBefore;
  private long payloadBytes;
  private long frameBytes;

  /**
   * Makes a sender.
   *
   * @param envelope what all its frames have in common
   * @param writer ends them, signed or not
   */
  public FrameSender(Envelope envelope, FrameWriter writer, Link link) {
    this.device = envelope.device();
    this.envelope = envelope;
    this.writer = writer;
    this.link = link;
    this.wireBefore = link.wireBytes();
  }

  /** Lets all frames from now on tell of another incarnation. */
  public void reincarnate(long incarnation) {
    envelope = envelope.withIncarnation(incarnation);
  }

  /** Lets all frames from now on be those of a run. */
  public void bind(String run) {
    envelope = envelope.inRun(run);
  }

  /** Sends to these neighbours from now on. */
  public void connect(List<Neighbour> others) {
    neighbours = others.stream().map(Neighbour::id).toList();
  }

  public String device() {
    return device;
  }

  /** Returns the ids of those whom it sends to. */
  public List<String> neighbours() {
    return neighbours;
  }

  /** Returns what all frames of the device have in common. */
  public Envelope envelope() {
    return envelope;
  }

  /** Returns the size of a frame with a payload of some bytes. */
  public int frameBytes(int payload) {
    return writer.sizeOf(envelope, payload);
  }

  /** Ends a frame, and flips its buffer. */
  public void end(ByteBuffer out) {
    writer.end(out);
  }

  public void sendToNeighbours(ByteBuffer frame, int payload) {
    send(neighbours, frame, payload);
  }

  public void send(List<String> receivers, ByteBuffer frame, int payload) {
    link.send(receivers, frame);
    count((long) receivers.size() * payload, (long) receivers.size() * frame.remaining());
  }

  /** Sends a frame that is not counted: one that repairs what the network has lost. */
  public void repeat(String receiver, ByteBuffer frame) {
    link.send(List.of(receiver), frame);
  }

  /** Counts what was sent another way. */
  public void count(long payload, long frames) {
    payloadBytes += payload;
    frameBytes += frames;
  }

  public Traffic sent() {
    return new Traffic(payloadBytes, frameBytes, link.wireBytes() - wireBefore);
  }
}

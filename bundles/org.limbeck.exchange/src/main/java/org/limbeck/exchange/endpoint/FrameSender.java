package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.transport.Link;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.FrameCodes;

/**
 * Ends a device's frames, puts codes to those that are signed, one for each whom they are sent to,
 * sends them, and counts the bytes, one copy per receiver. Used by one thread at a time.
 */
public final class FrameSender {
  private final String device;
  private Envelope envelope;
  private final FrameWriter writer;
  private final Optional<FrameCodes> codes;
  private final Link link;
  private List<String> neighbours = List.of();
  private final long wireBefore;
  private long payloadBytes;
  private long frameBytes;
  private ByteBuffer addressed = ByteBuffer.allocate(0);

  /**
   * Makes a sender.
   *
   * @param envelope what all its frames have in common
   * @param writer ends them, signed or not
   * @param codes what signed frames have for their receivers; empty if they are not signed
   */
  public FrameSender(Envelope envelope, FrameWriter writer, Optional<FrameCodes> codes, Link link) {
    this.device = envelope.device();
    this.envelope = envelope;
    this.writer = writer;
    this.codes = codes;
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

  /** Returns the size of a frame with a payload of some bytes, before it is sent to anybody. */
  public int frameBytes(int payload) {
    return writer.sizeOf(envelope, payload);
  }

  /** Ends a frame, and flips its buffer. */
  public void end(ByteBuffer out) {
    writer.end(out);
  }

  /** Sends a frame to the neighbours; returns what has left, as {@link #send} does. */
  public ByteBuffer sendToNeighbours(ByteBuffer frame, int payload) {
    return send(neighbours, frame, payload);
  }

  /**
   * Sends a frame.
   *
   * @return what has left, with the codes for its receivers; valid until the next frame is sent
   */
  public ByteBuffer send(List<String> receivers, ByteBuffer frame, int payload) {
    ByteBuffer whole = addressed(receivers, frame);
    link.send(receivers, whole);
    count((long) receivers.size() * payload, (long) receivers.size() * whole.remaining());
    return whole;
  }

  /** Sends to a neighbour again what has left for it, which repairs a loss and is not counted. */
  public void repeat(String receiver, ByteBuffer sent) {
    link.send(List.of(receiver), sent);
  }

  /** Sends a frame that is not counted: one that asks for what the network has lost. */
  public void ask(String receiver, ByteBuffer frame) {
    List<String> receivers = List.of(receiver);
    link.send(receivers, addressed(receivers, frame));
  }

  private ByteBuffer addressed(List<String> receivers, ByteBuffer frame) {
    return codes.isPresent() ? address(receivers, frame, codes.get()) : frame;
  }

  private ByteBuffer address(List<String> receivers, ByteBuffer frame, FrameCodes of) {
    List<FrameCode> made = receivers.stream().flatMap(id -> of.to(id).stream()).toList();
    int length = frame.remaining() + made.size() * FrameCode.BYTES;
    if (addressed.capacity() < length) {
      addressed = ByteBuffer.allocate(length);
    }
    FrameWriter.address(frame, made, addressed);
    return addressed;
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

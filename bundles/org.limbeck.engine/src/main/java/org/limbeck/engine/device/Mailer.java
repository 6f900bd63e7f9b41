package org.limbeck.engine.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.transport.Link;

/** Sends a device's frames and counts the bytes, one copy per receiver. */
final class Mailer {
  private final String device;
  private final byte[] sender;
  private final Link link;
  private List<String> neighbours = List.of();
  private long payloadBytes;
  private long frameBytes;

  Mailer(String device, Link link) {
    this.device = device;
    this.sender = device.getBytes(StandardCharsets.UTF_8);
    this.link = link;
  }

  /** Sends to these neighbours from now on. */
  void connect(List<Neighbour> others) {
    neighbours = others.stream().map(Neighbour::id).toList();
  }

  String device() {
    return device;
  }

  /** Returns the device's id, in UTF-8: not a copy. */
  byte[] sender() {
    return sender;
  }

  void sendToNeighbours(ByteBuffer frame, int payload) {
    send(neighbours, frame, payload);
  }

  void send(List<String> receivers, ByteBuffer frame, int payload) {
    link.send(receivers, frame);
    count((long) receivers.size() * payload, (long) receivers.size() * frame.remaining());
  }

  /** Counts what was sent another way. */
  void count(long payload, long frames) {
    payloadBytes += payload;
    frameBytes += frames;
  }

  Traffic sent() {
    return new Traffic(payloadBytes, frameBytes);
  }
}

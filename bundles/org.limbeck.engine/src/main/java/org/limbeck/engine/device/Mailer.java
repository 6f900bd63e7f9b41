package org.limbeck.engine.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.transport.Link;

/** Sends a device's frames to all its neighbours and counts the bytes, one copy per neighbour. */
final class Mailer {
  private final byte[] sender;
  private final Link link;
  private final List<String> receivers;
  private long payloadBytes;
  private long frameBytes;

  Mailer(String sender, Link link, List<Neighbour> neighbours) {
    this.sender = sender.getBytes(StandardCharsets.UTF_8);
    this.link = link;
    this.receivers = neighbours.stream().map(Neighbour::id).toList();
  }

  /** Returns the device's id, in UTF-8: not a copy. */
  byte[] sender() {
    return sender;
  }

  void send(ByteBuffer frame, int payload) {
    link.send(receivers, frame);
    payloadBytes += (long) receivers.size() * payload;
    frameBytes += (long) receivers.size() * frame.remaining();
  }

  Traffic sent() {
    return new Traffic(payloadBytes, frameBytes);
  }
}

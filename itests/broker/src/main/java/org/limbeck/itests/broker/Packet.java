package org.limbeck.itests.broker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An MQTT 5 control packet as a client sent it.
 *
 * @param type what the first half of its first byte says that it is
 * @param bytes all its bytes
 */
public record Packet(int type, ByteBuffer bytes) {
  /** The type of packets that carry a message. */
  public static final int PUBLISH = 3;

  private static final int PACKET_ID = 2;

  /** Returns the whole packets of a stream of bytes, in their order. */
  static List<Packet> all(ByteBuffer stream) {
    List<Packet> packets = new ArrayList<>();
    while (stream.hasRemaining()) {
      int start = stream.position();
      int type = (stream.get() & 0xff) >> 4;
      int end = length(stream) + stream.position();
      if (end > stream.limit()) {
        break;
      }
      packets.add(new Packet(type, stream.slice(start, end - start)));
      stream.position(end);
    }
    return packets;
  }

  /** Returns the topic of a PUBLISH packet. */
  public String topic() {
    byte[] topic = new byte[body().getShort()];
    body().position(body().position() + Short.BYTES).get(topic);
    return new String(topic, StandardCharsets.UTF_8);
  }

  /** Returns the payload of a PUBLISH packet of QoS 1 or 2. */
  public ByteBuffer payload() {
    ByteBuffer body = body();
    body.position(body.getShort() + body.position() + PACKET_ID);
    body.position(length(body) + body.position());
    return body.slice();
  }

  private ByteBuffer body() {
    ByteBuffer body = bytes.duplicate().position(1);
    length(body);
    return body;
  }

  /** Seven bits to a byte, the lowest first. */
  private static int length(ByteBuffer bytes) {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      length |= (next & 0x7f) << shift;
      if (next >= 0) {
        return length;
      }
    }
  }
}

package org.limbeck.launcher.attack;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message to a broker.
 *
 * @param topic its topic
 * @param payload its content
 * @param retained whether the broker keeps it for those who come later
 * @param process what its user property {@code process} says; empty: it has none
 */
record PublishMessage(String topic, byte[] payload, boolean retained, String process) {
  private static final int USER_PROPERTY = 0x26;

  /** Makes one that is not retained. */
  PublishMessage(String topic, byte[] payload) {
    this(topic, payload, false, "");
  }

  /** Writes its PUBLISH packet of MQTT 5, with QoS 1 if it has an identifier, and 0 otherwise. */
  void writeTo(OutputStream out, int identifier) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(header);
    writeText(fields, topic);
    if (identifier > 0) {
      fields.writeShort(identifier);
    }
    byte[] properties = properties();
    writeLength(fields, properties.length);
    fields.write(properties);
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    packet.write(0x30 | (identifier > 0 ? 2 : 0) | (retained ? 1 : 0));
    writeLength(packet, header.size() + payload.length);
    header.writeTo(packet);
    if (payload.length < 1 << 16) {
      packet.writeBytes(payload);
      packet.writeTo(out);
    } else {
      packet.writeTo(out);
      out.write(payload);
    }
  }

  /** Returns the levels of a topic. */
  static List<String> levels(String topic) {
    return List.of(topic.split("/", -1));
  }

  /** Returns who has published it, by its topic. */
  String sender() {
    return levels(topic).get(2);
  }

  private byte[] properties() throws IOException {
    ByteArrayOutputStream properties = new ByteArrayOutputStream();
    if (!process.isEmpty()) {
      DataOutputStream fields = new DataOutputStream(properties);
      fields.write(USER_PROPERTY);
      writeText(fields, "process");
      writeText(fields, process);
    }
    return properties.toByteArray();
  }

  /** Writes a text with its length before it. */
  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  /** Writes a number with seven bits to a byte, the lowest first. */
  static void writeLength(OutputStream out, int length) throws IOException {
    int rest = length;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}

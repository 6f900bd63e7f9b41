package org.limbeck.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Listens on the loopback interface to all that clients send to a broker, and takes it apart. */
final class Tshark implements AutoCloseable {
  /** A busy machine sends segments again, which have bytes and no packets. */
  private static final String ONCE =
      "not tcp.analysis.retransmission and not tcp.analysis.spurious_retransmission";

  private static final int TYPE_AND_FLAGS = 1;
  private static final long PATIENCE_MILLIS = 30_000;

  private final Path capture;
  private final Path log;
  private final int port;
  private final Process process;
  private final Map<String, ByteArrayOutputStream> streams = new TreeMap<>();

  /**
   * An MQTT packet.
   *
   * @param type its type, of those in section 2.1.2 of MQTT 5
   * @param size all its bytes
   * @param topic the topic of a PUBLISH packet, or the last of others that name some
   * @param message what is published; empty if nothing
   */
  record Packet(int type, int size, String topic, byte[] message) {}

  /** Begins to listen, or has the test skipped where that cannot be done. */
  Tshark(Path folder, int port) throws IOException, InterruptedException {
    this.port = port;
    this.capture = folder.resolve("capture.pcapng");
    this.log = folder.resolve("tshark.txt");
    this.process = start("-i", "lo", "-B", "64", "-f", "tcp dst port " + port, "-w", "" + capture);
    for (long i = 0; !Files.readString(log).contains("Capture started"); i++) {
      assumeTrue(process.isAlive() && i < PATIENCE_MILLIS / 10, () -> "tshark cannot listen here");
      Thread.sleep(10);
    }
  }

  /** Stops to listen, and returns all packets. */
  List<Packet> stop() throws IOException, InterruptedException, XMLStreamException {
    Thread.sleep(500);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    Process reading =
        new ProcessBuilder(
                "tshark",
                "-r",
                "" + capture,
                "-d",
                "tcp.port==" + port + ",mqtt",
                "-Y",
                ONCE,
                "-T",
                "pdml")
            .redirectError(log.toFile())
            .start();
    try (InputStream in = reading.getInputStream()) {
      return read(XMLInputFactory.newDefaultFactory().createXMLStreamReader(in));
    }
  }

  /** Returns all bytes that were sent over each connection, once the packets have been read. */
  List<byte[]> streams() {
    return streams.values().stream().map(ByteArrayOutputStream::toByteArray).toList();
  }

  @Override
  public void close() {
    process.destroy();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      assumeTrue(false, "tshark is not installed");
      throw e;
    }
  }

  private List<Packet> read(XMLStreamReader xml) throws XMLStreamException {
    List<Packet> packets = new ArrayList<>();
    String stream = "";
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        String name = String.valueOf(xml.getAttributeValue(null, "name"));
        switch (name) {
          case "tcp.stream" -> stream = xml.getAttributeValue(null, "show");
          case "tcp.payload" ->
              streams
                  .computeIfAbsent(stream, key -> new ByteArrayOutputStream())
                  .writeBytes(value(xml));
          case "mqtt" -> packets.add(packet(xml));
          default -> {}
        }
      }
    }
    return packets;
  }

  private static Packet packet(XMLStreamReader xml) throws XMLStreamException {
    int size = 0;
    int type = 0;
    String topic = "";
    byte[] message = {};
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
        switch (String.valueOf(xml.getAttributeValue(null, "name"))) {
          case "mqtt.msgtype" -> type = number(xml, "show");
          case "mqtt.len" -> size = TYPE_AND_FLAGS + number(xml, "size") + number(xml, "show");
          case "mqtt.topic" -> topic = xml.getAttributeValue(null, "show");
          case "mqtt.msg" -> message = value(xml);
          default -> {}
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
    return new Packet(type, size, topic, message);
  }

  private static int number(XMLStreamReader xml, String attribute) {
    return Integer.parseInt(xml.getAttributeValue(null, attribute));
  }

  /** An empty field has no value. */
  private static byte[] value(XMLStreamReader xml) {
    String value = xml.getAttributeValue(null, "value");
    return HexFormat.of().parseHex(value == null ? "" : value);
  }
}

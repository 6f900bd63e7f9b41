package org.limbeck.launcher.attack;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * An account at a broker of this machine. It speaks MQTT 5 by itself, as a client's library would
 * not let it do all that is wrong.
 */
final class MqttAccount implements AutoCloseable {
  /** How many messages Mosquitto takes before it has acknowledged the first. */
  private static final int WINDOW = 20;

  private static final long PATIENCE_SECONDS = 60;
  private static final int CONNACK = 2;
  private static final int PUBLISH = 3;
  private static final int PUBACK = 4;
  private static final int SUBACK = 9;
  private static final byte[] CONNECT_PROPERTIES = {0};

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final Consumer<PublishMessage> arrivals;
  private final Semaphore window = new Semaphore(WINDOW);
  private final Semaphore granted = new Semaphore(0);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private int identifier;

  /**
   * Connects with a clean start.
   *
   * @param client the identifier, which may be that of somebody else
   * @param arrivals takes what arrives
   */
  MqttAccount(int port, String client, Consumer<PublishMessage> arrivals) throws IOException {
    this.arrivals = arrivals;
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    connect(client);
    Thread reader = new Thread(this::readAll, "attacker");
    reader.setDaemon(true);
    reader.start();
  }

  /** Connects one that listens to nothing. */
  MqttAccount(int port, String client) throws IOException {
    this(port, client, message -> {});
  }

  private void connect(String client) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(body);
    PublishMessage.writeText(fields, "MQTT");
    fields.write(5);
    fields.write(2);
    fields.writeShort(0);
    fields.write(CONNECT_PROPERTIES);
    PublishMessage.writeText(fields, client);
    write(0x10, body);
    int type = in.readUnsignedByte() >> 4;
    ByteBuffer answer = ByteBuffer.wrap(in.readNBytes(readLength()));
    if (type != CONNACK || answer.get(1) != 0) {
      throw new IOException("the broker refuses " + client);
    }
  }

  /** Subscribes, and waits until that is granted. */
  void subscribe(String filter) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(body);
    fields.writeShort(1);
    fields.write(0);
    PublishMessage.writeText(fields, filter);
    fields.write(1);
    write(0x82, body);
    require(granted.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** Publishes with QoS 1, when there is room for one more that is not acknowledged. */
  void publish(PublishMessage message) throws IOException, InterruptedException {
    require(window.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
    synchronized (out) {
      identifier = identifier % 0xffff + 1;
      message.writeTo(out, identifier);
      out.flush();
    }
  }

  /** Publishes with QoS 0: nobody says when there is room. */
  void fire(PublishMessage message) throws IOException {
    synchronized (out) {
      message.writeTo(out, 0);
      out.flush();
    }
  }

  /** Waits until the broker has acknowledged everything. */
  void awaitAcknowledged() throws IOException, InterruptedException {
    require(window.tryAcquire(WINDOW, PATIENCE_SECONDS, TimeUnit.SECONDS));
    window.release(WINDOW);
  }

  /** Returns how many messages the broker has taken. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** Returns how many messages the broker has taken for somebody that has subscribed to them. */
  long taken() {
    return taken.get();
  }

  private void readAll() {
    try {
      while (true) {
        int first = in.readUnsignedByte();
        take(first, in.readNBytes(readLength()));
      }
    } catch (IOException e) {
      // the connection has ended
    }
  }

  private void take(int first, byte[] body) throws IOException {
    switch (first >> 4) {
      case PUBLISH -> arrived(first, ByteBuffer.wrap(body));
      case PUBACK -> {
        acknowledged.incrementAndGet();
        if (body.length < 3 || body[2] == 0) {
          taken.incrementAndGet();
        }
        window.release();
      }
      case SUBACK -> granted.release();
      default -> {}
    }
  }

  private void arrived(int first, ByteBuffer body) throws IOException {
    byte[] topic = new byte[Short.toUnsignedInt(body.getShort())];
    body.get(topic);
    if ((first & 6) != 0) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new DataOutputStream(answer).writeShort(body.getShort());
      write(0x40, answer);
    }
    int properties = readLength(body);
    body.position(body.position() + properties);
    byte[] payload = new byte[body.remaining()];
    body.get(payload);
    arrivals.accept(new PublishMessage(new String(topic, StandardCharsets.UTF_8), payload));
  }

  private void write(int first, ByteArrayOutputStream body) throws IOException {
    synchronized (out) {
      out.write(first);
      PublishMessage.writeLength(out, body.size());
      body.writeTo(out);
      out.flush();
    }
  }

  private int readLength() throws IOException {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.readByte();
      length |= (next & 0x7f) << shift;
      if (next >= 0) {
        return length;
      }
    }
  }

  private static int readLength(ByteBuffer bytes) {
    int length = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      length |= (next & 0x7f) << shift;
      if (next >= 0) {
        return length;
      }
    }
  }

  private static void require(boolean answered) throws IOException {
    if (!answered) {
      throw new IOException("the broker does not answer");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

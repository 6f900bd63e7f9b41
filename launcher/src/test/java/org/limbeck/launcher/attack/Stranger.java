package org.limbeck.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Someone with an account at the broker of a network, and without a key. */
final class Stranger implements AutoCloseable {
  /** A process that there is not, but for its signs of life. */
  static final String PROCESS = "limbeck-0123456789ab";

  private static final String TOPICS = "limbeck/" + LockStepRun.NETWORK + "/";
  private static final byte[] SIGN = {1};

  private final MqttAccount account;

  Stranger(String broker) throws IOException {
    account = new MqttAccount(port(broker), "stranger");
  }

  /** Returns the port in a broker's address. */
  static int port(String broker) {
    return URI.create(broker).getPort();
  }

  /** Returns the topic of frames of a device to another. */
  static String to(String sender, String receiver) {
    return TOPICS + sender + "/to/" + receiver;
  }

  /** Returns the topic of frames of a device to all that follow it. */
  static String all(String sender) {
    return TOPICS + sender + "/all";
  }

  /** Returns the topic of what a device announces. */
  static String status(String device) {
    return TOPICS + device + "/status";
  }

  /** Returns the topic of the signs of life of a process. */
  static String alive(String process) {
    return TOPICS + process + "/alive";
  }

  /** Gives a sign of life of a process that there is not. */
  void pretendToBeAlive() throws IOException, InterruptedException {
    account.publish(new PublishMessage(alive(PROCESS), SIGN, true, ""));
  }

  /** Announces something in the name of a device. */
  void announce(String device, String text, boolean retained)
      throws IOException, InterruptedException {
    announce(device, text, retained, PROCESS);
  }

  /** Announces something in the name of a device and of a process. */
  void announce(String device, String text, boolean retained, String process)
      throws IOException, InterruptedException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    account.publish(new PublishMessage(status(device), bytes, retained, process));
  }

  /** Returns an announcement that was heard with another value in one of its lines. */
  static String altered(String heard, String key, String value) {
    assertThat(heard).contains("\n" + key + " = ");
    return heard.replaceAll("(?m)^" + key + " = .*$", key + " = " + value);
  }

  /** Returns an announcement that was heard, as text. */
  static String text(PublishMessage heard) {
    return new String(heard.payload(), StandardCharsets.UTF_8);
  }

  /** Publishes a message, which the broker takes for somebody. */
  void publish(PublishMessage message) throws IOException, InterruptedException {
    account.publish(message);
  }

  /** Publishes bytes. */
  void publish(String topic, byte[] bytes) throws IOException, InterruptedException {
    account.publish(new PublishMessage(topic, bytes));
  }

  /** Publishes messages, and waits until the broker has acknowledged them. */
  void publishAll(List<PublishMessage> messages) throws IOException, InterruptedException {
    for (PublishMessage message : messages) {
      account.publish(message);
    }
    account.awaitAcknowledged();
  }

  /** Publishes bytes with QoS 0. */
  void fire(String topic, byte[] bytes) throws IOException {
    account.fire(new PublishMessage(topic, bytes));
  }

  /** Returns how many messages have reached somebody that has subscribed to them. */
  long reached() throws IOException, InterruptedException {
    account.awaitAcknowledged();
    return account.taken();
  }

  /** Returns how many messages the broker has taken, whether somebody has subscribed or not. */
  long sent() throws IOException, InterruptedException {
    account.awaitAcknowledged();
    return account.acknowledged();
  }

  @Override
  public void close() throws IOException {
    account.close();
  }
}

package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** What this process publishes: all of it with QoS 1. */
final class PublishFactory {
  /** Says through which process a device announces something. */
  private static final String PROCESS = "process";

  /** The most bytes of an announcement of others. */
  static final int MOST_STATUS_BYTES = 1 << 14;

  private static final Pattern PROCESS_NAME = Pattern.compile("limbeck-[0-9a-f]{12}");

  private static final byte[] SIGN = {1};

  private final Topics topics;
  private final String process;
  private final Duration validity;

  /**
   * Makes those of a process.
   *
   * @param validity how long a sign of life holds
   */
  PublishFactory(Topics topics, String process, Duration validity) {
    this.topics = topics;
    this.process = process;
    this.validity = validity;
  }

  Mqtt5Publish toAll(String sender, byte[] frame) {
    return message(topics.all(sender)).payload(frame).build();
  }

  Mqtt5Publish toOne(String sender, String receiver, byte[] frame) {
    return message(topics.to(sender, receiver)).payload(frame).build();
  }

  /** Retained; nothing takes it back. */
  Mqtt5Publish status(String device, byte[] said) {
    return message(topics.status(device))
        .payload(said)
        .retain(true)
        .userProperties()
        .add(PROCESS, process)
        .applyUserProperties()
        .build();
  }

  /** Retained, and forgotten by the broker if it is not renewed. */
  Mqtt5Publish alive() {
    return message(topics.alive(process))
        .payload(SIGN)
        .retain(true)
        .messageExpiryInterval(validity.toSeconds())
        .build();
  }

  Mqtt5Publish dead() {
    return message(topics.alive(process)).retain(true).build();
  }

  private static Mqtt5PublishBuilder.Complete message(String topic) {
    return Mqtt5Publish.builder().topic(topic).qos(MqttQos.AT_LEAST_ONCE);
  }

  /** Makes a name for a process. */
  static String processName() {
    return "limbeck-" + UUID.randomUUID().toString().substring(24);
  }

  /** Returns whether a process can be called so. */
  static boolean isProcessName(String text) {
    return PROCESS_NAME.matcher(text).matches();
  }

  /** Returns through which process an announcement was made; empty if it does not say. */
  static String process(Mqtt5Publish status) {
    return status.getUserProperties().asList().stream()
        .filter(property -> property.getName().toString().equals(PROCESS))
        .map(property -> property.getValue().toString())
        .filter(PublishFactory::isProcessName)
        .findFirst()
        .orElse("");
  }

  static byte[] bytes(ByteBuffer lent) {
    byte[] bytes = new byte[lent.remaining()];
    lent.get(lent.position(), bytes);
    return bytes;
  }
}

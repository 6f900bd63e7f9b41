package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;

/**
 * How long a PUBLISH packet is on the wire (MQTT 5, section 3.3), of those that this transport
 * makes: QoS 1, no topic alias, and no properties but the user's and an expiry.
 */
final class PublishSize {
  private static final int TYPE_AND_FLAGS = 1;
  private static final int PACKET_ID = 2;
  private static final int EXPIRY = 1 + 4;
  private static final int USER_PROPERTY = 1;
  private static final int STRING_LENGTH = 2;

  private PublishSize() {}

  static int of(Mqtt5Publish publish) {
    int properties = publish.getMessageExpiryInterval().isPresent() ? EXPIRY : 0;
    for (var property : publish.getUserProperties().asList()) {
      properties += USER_PROPERTY + string(property.getName().toByteBuffer());
      properties += string(property.getValue().toByteBuffer());
    }
    int payload = publish.getPayload().map(ByteBuffer::remaining).orElse(0);
    int remaining =
        string(publish.getTopic().toByteBuffer())
            + PACKET_ID
            + variableByteInteger(properties)
            + properties
            + payload;
    return TYPE_AND_FLAGS + variableByteInteger(remaining) + remaining;
  }

  private static int string(ByteBuffer utf8) {
    return STRING_LENGTH + utf8.remaining();
  }

  /** Seven bits to a byte. */
  private static int variableByteInteger(int value) {
    int bytes = 1;
    for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
      bytes++;
    }
    return bytes;
  }
}

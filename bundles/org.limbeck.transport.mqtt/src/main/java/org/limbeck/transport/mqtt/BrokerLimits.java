package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckRestrictions;
import java.util.Locale;
import java.util.Optional;

/**
 * What a broker has announced when it was connected to. The client itself keeps to the receive
 * maximum, and uses no topic aliases.
 *
 * @param packetBytes the size of the largest packet that it takes
 * @param acknowledges whether it takes messages of QoS 1
 * @param retains whether it keeps messages for those who come later
 * @param wildcards whether one can subscribe to topics by a pattern
 */
record BrokerLimits(int packetBytes, boolean acknowledges, boolean retains, boolean wildcards) {
  /** Those of a broker that has not announced any. */
  static final BrokerLimits NONE = new BrokerLimits(Integer.MAX_VALUE, true, true, true);

  static BrokerLimits of(Mqtt5ConnAckRestrictions announced) {
    return new BrokerLimits(
        announced.getMaximumPacketSize(),
        announced.getMaximumQos() != MqttQos.AT_MOST_ONCE,
        announced.isRetainAvailable(),
        announced.isWildcardSubscriptionAvailable());
  }

  /** Says why the broker cannot carry a network; empty if it can. */
  Optional<String> unfit() {
    if (!acknowledges) {
      return Optional.of("takes messages of QoS 0 only, and frames need QoS 1");
    }
    if (!retains) {
      return Optional.of("keeps no retained messages, by which devices find each other");
    }
    return wildcards
        ? Optional.empty()
        : Optional.of("has no subscriptions with wildcards, by which devices find each other");
  }

  /**
   * Says why a packet does not fit; empty if it does.
   *
   * @param bytes its size
   */
  Optional<String> tooLarge(int bytes) {
    return bytes <= packetBytes
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "takes packets of up to %,d bytes, and this one has %,d; raise its limit"
                    + " (Mosquitto: max_packet_size), or exchange less at a time: fewer reference"
                    + " rows, or a codec of fewer bits",
                packetBytes,
                bytes));
  }
}

package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5Disconnect;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import org.junit.jupiter.api.Test;

class BrokerTermsTest {
  private final BrokerTerms terms =
      new BrokerTerms(BrokerAddress.parse("mqtt://127.0.0.1"), "limbeck-0123456789ab", 5000);

  @Test
  void anotherClientOfTheSameNameIsNotFoughtForEver() {
    Mqtt5DisconnectException taken = ended(Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER);
    terms.ended(taken, true);
    terms.requireNoFault();
    terms.ended(taken, true);

    assertThatThrownBy(terms::requireNoFault)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "mqtt://127.0.0.1:1883 has ended the connection of limbeck-0123456789ab: another client"
                + " has the same name there, and takes its place");
  }

  @Test
  void aBrokerMayBeStartedAnewAsOftenAsItLikes() {
    for (int n = 0; n < 10; n++) {
      terms.ended(ended(Mqtt5DisconnectReasonCode.SERVER_SHUTTING_DOWN), false);
    }
    terms.requireCarried("a", 5000);
  }

  @Test
  void whatAProcessWouldNotTakeItselfIsNotSent() {
    assertThatThrownBy(() -> terms.requireCarried("a", 5001))
        .hasMessageContaining("a message of a has 5,001 bytes, and a process")
        .hasMessageContaining("up to 5,000: give Java more");
  }

  @Test
  void brokersThatLackWhatANetworkNeedsAreUnfit() {
    assertThat(new BrokerLimits(1, true, true, true).unfit()).isEmpty();
    assertThat(new BrokerLimits(1, false, true, true).unfit().orElseThrow()).contains("QoS 0 only");
    assertThat(new BrokerLimits(1, true, false, true).unfit().orElseThrow()).contains("retained");
    assertThat(new BrokerLimits(1, true, true, false).unfit().orElseThrow()).contains("wildcards");
  }

  private static Mqtt5DisconnectException ended(Mqtt5DisconnectReasonCode code) {
    return new Mqtt5DisconnectException(
        Mqtt5Disconnect.builder().reasonCode(code).build(), "ended");
  }
}

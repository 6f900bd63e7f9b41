package org.limbeck.engine.binding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.ForwardingTransport;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.endpoint.InProcessTransport;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

class SigningPolicyTest {
  private static final PluginChoice CHOICE =
      new PluginChoice(
          PluginKind.TRANSPORT, "mqtt", Map.of(), new Origin("kitchen.yaml", 7, "broker"));
  private static final Transport HERE = new InProcessTransport();
  private static final Transport ELSEWHERE =
      new ForwardingTransport(HERE) {
        @Override
        public boolean isLocal() {
          return false;
        }
      };

  @Test
  void asksForKeysWhereFramesLeaveTheMachine() {
    assertThatThrownBy(() -> new SigningPolicy(false).require(CHOICE, ELSEWHERE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("kitchen.yaml:7: broker: mqtt: frames leave this machine")
        .hasMessageContaining("--keys none, or keys: none");
  }

  @Test
  void asksForNothingElse() {
    new SigningPolicy(false).require(CHOICE, HERE);
    new SigningPolicy(true).require(CHOICE, ELSEWHERE);
  }
}

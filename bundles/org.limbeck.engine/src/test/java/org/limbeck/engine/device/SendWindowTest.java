package org.limbeck.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SendWindowTest {
  private final SendWindow window = new SendWindow();

  @Test
  void isOpenWhereThereIsNobody() {
    assertThat(window.isOpen(1000, List.of())).isTrue();
  }

  @Test
  void isClosedWhileNobodyHasAnswered() {
    Edge edge = new Edge("a", new Neighbour("b", 0.5f), true, 4, 2, 0);
    assertThat(window.isOpen(0, List.of(edge))).isFalse();
  }

  @Test
  void letsNewsBeAcknowledgedOnce() {
    window.heard();
    assertThat(window.mustSpeak()).isTrue();
    window.spoken();
    assertThat(window.mustSpeak()).isFalse();
  }

  @Test
  void speaksNowAndThenWhereNothingComes() {
    int spoken = 0;
    for (int round = 0; round < 640; round++) {
      if (window.mustSpeak()) {
        window.spoken();
        spoken++;
      }
    }
    assertThat(spoken).isEqualTo(10);
  }
}

package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyFramesTest {
  private final EarlyFrames early = new EarlyFrames();

  @Test
  void keepsSoManyBytesAndNoMore() {
    early.limit(10);
    early.keep(3, new byte[6]);
    early.keep(4, new byte[5]);
    early.keep(3, new byte[6]);
    early.keep(5, new byte[4]);
    assertThat(early.has(3)).isTrue();
    assertThat(early.has(4)).as("there is no room for it").isFalse();
    assertThat(early.has(5)).isTrue();
  }

  @Test
  void hasRoomAgainForWhatIsTakenOut() {
    early.limit(10);
    early.keep(3, new byte[10]);
    assertThat(early.take(3)).hasSize(10);
    early.keep(4, new byte[10]);
    early.forgetBefore(5);
    assertThat(early.isEmpty()).isTrue();
    early.keep(6, new byte[10]);
    early.clear();
    early.keep(7, new byte[10]);
    assertThat(early.has(7)).isTrue();
  }
}

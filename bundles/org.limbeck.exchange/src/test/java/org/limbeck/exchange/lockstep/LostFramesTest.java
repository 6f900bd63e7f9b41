package org.limbeck.exchange.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LostFramesTest {
  private static final int ROUNDS = 12;

  @Test
  void whatIsLostIsSentAgain() throws Exception {
    assertThat(new LossyPair(frame -> frame % 7 == 2).run(ROUNDS))
        .isEqualTo(new LossyPair(frame -> false).run(ROUNDS));
  }

  /** Nobody is left to ask for the last frame but who waits for it. */
  @Test
  void theLastFrameIsSentAgainToo() throws Exception {
    assertThat(new LossyPair(frame -> frame == 2 * ROUNDS - 1).run(ROUNDS))
        .isEqualTo(new LossyPair(frame -> false).run(ROUNDS));
  }

  /** Also what asks for a frame may be lost. */
  @Test
  void requestsAreRepeated() throws Exception {
    assertThat(new LossyPair(frame -> frame >= 4 && frame < 8).run(ROUNDS))
        .isEqualTo(new LossyPair(frame -> false).run(ROUNDS));
  }
}

package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.RunEvent;
import org.limbeck.topologies.Ring;

class DeterminismTest {
  private static final PlainRun RUN =
      new PlainRun(7, 5, 500, 50, new Ring(), PlainRun.DISTILLATION);

  @Test
  void threadsDoNotChangeABit() throws InterruptedException {
    List<RunEvent> onOne = RUN.events(1);
    assertThat(onOne).hasSize(500 + 11 + 1);
    assertThat(RUN.events(2)).isEqualTo(onOne);
    assertThat(RUN.events(3)).isEqualTo(onOne);
  }

  @Test
  void anotherSeedGivesAnotherRun() throws InterruptedException {
    PlainRun brief = PlainRun.ofRing(3, 5);
    assertThat(brief.withSeed(2).events(2)).isNotEqualTo(brief.withSeed(1).events(2));
  }
}

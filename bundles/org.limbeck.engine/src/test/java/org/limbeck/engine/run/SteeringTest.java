package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.engine.run.Steering.Decision.END;
import static org.limbeck.engine.run.Steering.Decision.GO;
import static org.limbeck.engine.run.Steering.Decision.WAIT;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.control.RunStatus.State;
import org.limbeck.engine.rewiring.Workbench;

class SteeringTest {

  @Test
  void goesOnToItsLastRoundAndEnds() {
    Steering steering = steering(false);
    assertThat(steering.decide(0)).isEqualTo(GO);
    assertThat(steering.decide(9)).isEqualTo(GO);
    assertThat(steering.decide(10)).isEqualTo(END);
  }

  @Test
  void pausesAndResumes() {
    Steering steering = steering(false);
    steering.pause();
    assertThat(steering.decide(3)).isEqualTo(WAIT);
    assertThat(steering.status().state()).isEqualTo(State.PAUSED);
    assertThat(steering.status().round()).isEqualTo(3);
    steering.resume();
    assertThat(steering.decide(3)).isEqualTo(GO);
    assertThat(steering.status().reason()).isEmpty();
  }

  @Test
  void aHeldRunDoesMoreRoundsWhenAskedAndEndsWhenTold() {
    Steering steering = steering(true);
    assertThat(steering.decide(10)).isEqualTo(WAIT);
    assertThat(steering.status().state()).isEqualTo(State.HELD);
    steering.advance(5);
    assertThat(steering.rounds()).isEqualTo(15);
    assertThat(steering.decide(10)).isEqualTo(GO);
    assertThat(steering.decide(14)).isEqualTo(GO);
    assertThat(steering.decide(15)).isEqualTo(WAIT);
    assertThat(steering.status().state()).isEqualTo(State.HELD);
    steering.end();
    assertThat(steering.decide(15)).isEqualTo(END);
  }

  @Test
  void doesSomeRoundsAndPausesAgain() {
    Steering steering = steering(false);
    steering.pause();
    assertThat(steering.decide(2)).isEqualTo(WAIT);
    steering.advance(3);
    assertThat(steering.decide(2)).isEqualTo(GO);
    assertThat(steering.decide(4)).isEqualTo(GO);
    assertThat(steering.decide(5)).isEqualTo(WAIT);
    assertThat(steering.status().state()).isEqualTo(State.PAUSED);
    assertThatThrownBy(() -> steering.advance(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoAsksOfAnEndedRunIsTold() {
    Steering steering = steering(false);
    CompletableFuture<Rewired> late = steering.change("{topology: star}", "test");
    steering.close();
    assertThat(late).isCompletedExceptionally();
    assertThat(steering.status().state()).isEqualTo(State.ENDED);
    assertThatThrownBy(steering::pause).hasMessage("the run has ended");
    assertThatThrownBy(() -> steering.change("{topology: star}", "test"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void wakesWhoWaitsWhenSomethingIsAskedFor() throws InterruptedException {
    Steering steering = steering(false);
    CompletableFuture<Rewired> asked = steering.change("{topology: star}", "test");
    steering.await(60_000);
    assertThat(asked).isNotDone();
    assertThat(steering.nextRequest()).map(Steering.Request::entry).hasValue("{topology: star}");
    assertThat(steering.nextRequest()).isEmpty();
  }

  private static Steering steering(boolean hold) {
    try (Workbench bench = new Workbench(1, 1)) {
      return new Steering(new StatusBoard(bench.experiment()), (entry, by) -> {}, hold, 0, 10);
    }
  }
}

package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.engine.run.RunController.Decision.END;
import static org.limbeck.engine.run.RunController.Decision.GO;
import static org.limbeck.engine.run.RunController.Decision.WAIT;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.control.RunStatus.State;
import org.limbeck.engine.swap.Workbench;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.PluginRequest;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.SwapPart;

class RunControllerTest {
  private static final Swap STAR =
      Swap.of(new SwapPart.PluginSwap(PluginKind.TOPOLOGY, new PluginRequest.ByName("star")));

  private boolean over;

  @Test
  void goesOnToItsLastRoundAndEnds() {
    RunController controller = controller(false);
    assertThat(controller.decide(0)).isEqualTo(GO);
    assertThat(controller.decide(9)).isEqualTo(GO);
    assertThat(controller.decide(10)).isEqualTo(END);
  }

  @Test
  void pausesAndResumes() {
    RunController controller = controller(false);
    controller.pause();
    assertThat(controller.decide(3)).isEqualTo(WAIT);
    assertThat(controller.status().state()).isEqualTo(State.PAUSED);
    assertThat(controller.status().round()).isEqualTo(3);
    controller.resume();
    assertThat(controller.decide(3)).isEqualTo(GO);
    assertThat(controller.status().reason()).isEmpty();
  }

  @Test
  void aHeldRunDoesMoreRoundsWhenAskedAndEndsWhenTold() {
    RunController controller = controller(true);
    assertThat(controller.decide(10)).isEqualTo(WAIT);
    assertThat(controller.status().state()).isEqualTo(State.HELD);
    controller.advance(5);
    assertThat(controller.rounds()).isEqualTo(15);
    assertThat(controller.decide(10)).isEqualTo(GO);
    assertThat(controller.decide(14)).isEqualTo(GO);
    assertThat(controller.decide(15)).isEqualTo(WAIT);
    assertThat(controller.status().state()).isEqualTo(State.HELD);
    controller.end();
    assertThat(controller.decide(15)).isEqualTo(END);
  }

  @Test
  void doesSomeRoundsAndPausesAgain() {
    RunController controller = controller(false);
    controller.pause();
    assertThat(controller.decide(2)).isEqualTo(WAIT);
    controller.advance(3);
    assertThat(controller.decide(2)).isEqualTo(GO);
    assertThat(controller.decide(4)).isEqualTo(GO);
    assertThat(controller.decide(5)).isEqualTo(WAIT);
    assertThat(controller.status().state()).isEqualTo(State.PAUSED);
    assertThatThrownBy(() -> controller.advance(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoAsksOfAnEndedRunIsTold() {
    RunController controller = controller(false);
    CompletableFuture<Rewired> late = controller.swap(STAR, "test");
    controller.close();
    assertThat(late).isCompletedExceptionally();
    assertThat(controller.status().state()).isEqualTo(State.ENDED);
    assertThatThrownBy(controller::pause).hasMessage("the run has ended");
    assertThatThrownBy(() -> controller.swap(STAR, "test"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void endsWhenAllOthersHave() {
    RunController controller = controller(true);
    controller.pause();
    assertThat(controller.decide(2)).isEqualTo(WAIT);
    over = true;
    assertThat(controller.decide(2)).isEqualTo(END);
  }

  @Test
  void wakesWhoWaitsWhenSomethingIsAskedFor() throws InterruptedException {
    RunController controller = controller(false);
    CompletableFuture<Rewired> asked = controller.swap(STAR, "test");
    controller.await(60_000);
    assertThat(asked).isNotDone();
    assertThat(controller.nextRequest()).map(RunController.Request::swap).hasValue(STAR);
    assertThat(controller.nextRequest()).isEmpty();
  }

  private RunController controller(boolean hold) {
    try (Workbench bench = new Workbench(1, 1)) {
      return new RunController(
          new RunStatusTracker(bench.experiment()), (swap, by) -> {}, () -> over, hold, 0, 10);
    }
  }
}

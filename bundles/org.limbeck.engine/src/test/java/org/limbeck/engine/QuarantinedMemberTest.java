package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.limbeck.api.event.NeighbourChanged;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.exchange.endpoint.AuthenticTransport;
import org.limbeck.exchange.frame.DishonestFrames;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.topologies.Complete;

/** Two devices that do not wait, in one process, and a third one elsewhere that has a key. */
@Timeout(120)
class QuarantinedMemberTest {
  private static final PlainRun RUN = PlainRun.ofRing(3, 1_000_000).with(new Complete());
  private static final String LIAR = "device-3";
  private static final long HONEST_ROUNDS = 20;

  private final KeyRing keys = SignedPart.keys(3);
  private final AuthenticTransport transport = new AuthenticTransport();
  private final AtomicBoolean lies = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();

  @Test
  void othersNameItAndGoOnWithoutIt() throws Exception {
    DishonestFrames dishonest = new DishonestFrames(keys, LIAR);
    transport.replace(
        LIAR, frame -> List.of(lies.get() ? dishonest.withLastValue(frame, 1000) : frame));
    List<RunEvent> told;
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<List<RunEvent>> liar = pool.submit(this::lie);
      told = part(List.of(0, 1)).run(this::goesOn, new ArrayList<>());
      ended.set(true);
      liar.get();
    } finally {
      ended.set(true);
      pool.shutdownNow();
    }
    List<NeighbourChanged> changes = changes(told);
    assertThat(changes).hasSize(2).extracting(NeighbourChanged::device).containsOnly(LIAR);
    assertThat(changes)
        .extracting(NeighbourChanged::state)
        .containsOnly(NeighbourChanged.State.REFUSED);
    assertThat(changes)
        .extracting(NeighbourChanged::reason)
        .allSatisfy(
            reason ->
                assertThat(reason)
                    .matches("device-[12] leaves it out until it begins anew: 10 frames .*")
                    .contains("OUT_OF_BOUNDS"));
    assertThat(changes)
        .extracting(NeighbourChanged::neighbours)
        .containsExactlyInAnyOrder(List.of("device-2"), List.of("device-1"));
  }

  private List<RunEvent> lie() throws InterruptedException {
    return part(List.of(2))
        .run(
            (round, told) -> {
              lies.set(round >= HONEST_ROUNDS);
              return !ended.get();
            },
            new CopyOnWriteArrayList<>());
  }

  /** Does ten more rounds when both have left the liar out. */
  private boolean goesOn(long round, List<RunEvent> told) {
    List<RunEvent> all = List.copyOf(told);
    for (int i = 0, left = 0; i < all.size(); i++) {
      left += all.get(i) instanceof NeighbourChanged ? 1 : 0;
      if (left == 2) {
        return all.subList(i, all.size()).stream().filter(RoundCompleted.class::isInstance).count()
            < 10;
      }
    }
    return true;
  }

  private static List<NeighbourChanged> changes(List<RunEvent> told) {
    return told.stream()
        .filter(NeighbourChanged.class::isInstance)
        .map(NeighbourChanged.class::cast)
        .toList();
  }

  private SignedPart part(List<Integer> places) {
    Experiment experiment = RUN.experiment().toBuilder().pace(ExecutionMode.ASYNCHRONOUS).build();
    return new SignedPart(experiment, RUN.pluginSet(any -> transport), places, keys);
  }
}

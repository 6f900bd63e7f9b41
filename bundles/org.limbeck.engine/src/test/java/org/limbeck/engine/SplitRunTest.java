package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.exchange.endpoint.FaultyNetworkTransport;
import org.limbeck.exchange.endpoint.NetworkFaults;
import org.limbeck.exchange.endpoint.TickingNetwork;
import org.limbeck.weightings.RowWeighting;
import org.limbeck.weightings.UniformWeighting;

/** An experiment whose devices are in several parts does what it does in one. */
class SplitRunTest {
  static List<Weighting> weightings() {
    return List.of(new UniformWeighting(), new RowWeighting(0.8f, 0.05f, 8));
  }

  @ParameterizedTest
  @MethodSource("weightings")
  void partsDoTheSameAsTheWhole(Weighting weighting) throws Exception {
    PlainRun run = PlainRun.ofRing(6, 12).with(weighting);
    List<RunEvent> whole = run.events(2);
    List<RunEvent> parts = new ArrayList<>();
    try (TickingNetwork network =
        new TickingNetwork(new FaultyNetworkTransport(NetworkFaults.NONE, 1))) {
      ExecutorService pool = Executors.newFixedThreadPool(3);
      List<Future<List<RunEvent>>> running = new ArrayList<>();
      for (List<Integer> places : List.of(List.of(0, 3), List.of(1), List.of(2, 4, 5))) {
        running.add(pool.submit(() -> run.eventsOfPart(places, network.transport())));
      }
      for (Future<List<RunEvent>> localDevices : running) {
        parts.addAll(localDevices.get());
      }
      pool.shutdown();
    }
    assertThat(rounds(parts)).containsExactlyInAnyOrderElementsOf(rounds(whole));
    assertThat(accuracies(parts)).isNotEmpty();
    assertThat(accuracies(whole)).containsAll(accuracies(parts));
    List<DeviceDecisions> taken =
        parts.stream()
            .filter(DecisionsTaken.class::isInstance)
            .flatMap(event -> ((DecisionsTaken) event).devices().stream())
            .toList();
    assertThat(taken).hasSize(2 * 6);
  }

  private static List<DeviceRound> rounds(List<RunEvent> events) {
    return events.stream()
        .filter(RoundCompleted.class::isInstance)
        .flatMap(event -> ((RoundCompleted) event).devices().stream())
        .toList();
  }

  private static List<String> accuracies(List<RunEvent> events) {
    return events.stream()
        .filter(RoundEvaluated.class::isInstance)
        .flatMap(event -> ((RoundEvaluated) event).devices().stream())
        .map(SplitRunTest::describe)
        .toList();
  }

  private static String describe(DeviceEvaluation device) {
    return device.device() + " " + device.testAccuracy() + " " + device.stationarity();
  }
}

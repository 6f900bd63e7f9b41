package org.limbeck.engine.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.PlainRun;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.network.Faults;
import org.limbeck.engine.network.FaultyTransport;
import org.limbeck.engine.network.InProcessTransport;

/** An experiment whose devices are in several parts does what it does in one. */
class PartsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final PluginChoice CHOICE =
      new PluginChoice(Kind.TRANSPORT, "plain", Map.of(), new Origin("a.yaml", 1, "transport"));
  private static final PlainRun RUN = PlainRun.ofRing(6, 12);

  @Test
  void partsDoTheSameAsTheWhole() throws Exception {
    List<RunEvent> whole = RUN.events(2);
    List<RunEvent> parts = new ArrayList<>();
    try (Courier courier = new Courier(new FaultyTransport(Faults.NONE, 1))) {
      ExecutorService pool = Executors.newFixedThreadPool(3);
      List<Future<List<RunEvent>>> running = new ArrayList<>();
      for (List<Integer> places : List.of(List.of(0, 3), List.of(1), List.of(2, 4, 5))) {
        running.add(pool.submit(() -> RUN.eventsOfPart(new Part(places, 6), courier.transport())));
      }
      for (Future<List<RunEvent>> part : running) {
        parts.addAll(part.get());
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

  @Test
  void aPartThatIsAbsentIsNamed() {
    try (Courier courier = new Courier(new FaultyTransport(Faults.NONE, 1));
        Gathering gathering = gathering(courier, 0, "one")) {
      assertThatThrownBy(() -> gathering.gather(Optional.empty(), Duration.ofMillis(50)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("waited 0 s for b");
    }
  }

  @Test
  void aPartOfAnotherExperimentIsRefused() {
    try (Courier courier = new Courier(new FaultyTransport(Faults.NONE, 1));
        Gathering one = gathering(courier, 0, "one");
        Gathering other = gathering(courier, 1, "other")) {
      assertThatThrownBy(() -> other.gather(Optional.empty(), Duration.ofMillis(50)))
          .hasMessageContaining("waited");
      assertThatThrownBy(() -> one.gather(Optional.empty(), PATIENCE))
          .hasMessageContaining("b: it has another experiment: other there, and one here");
    }
  }

  @Test
  void partsAgreeOnTheLatestRoundThatAllHave() throws Exception {
    try (Courier courier = new Courier(new FaultyTransport(Faults.NONE, 1));
        Gathering one = gathering(courier, 0, "one", 200L, 100L);
        Gathering other = gathering(courier, 1, "one", 100L, 50L)) {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Future<Long> round = pool.submit(() -> other.gather(Optional.empty(), PATIENCE));
      assertThat(one.gather(Optional.empty(), PATIENCE)).isEqualTo(100);
      assertThat(round.get()).isEqualTo(100);
      pool.shutdown();
    }
  }

  @Test
  void aDeviceThatRunsElsewhereTooIsNamed() {
    try (Courier courier = new Courier(new FaultyTransport(Faults.NONE, 1));
        Gathering one = gathering(courier, 0, "one", 0L);
        Gathering other = gathering(courier, 1, "one", 0L)) {
      other.join(Optional.empty());
      one.station(0).inbox().announcement("a", announcement("one", 0L).encode());
      assertThatThrownBy(() -> one.gather(Optional.empty(), Duration.ofMillis(50)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("a runs in another process too");
    }
  }

  /** A process announces one device after the other, and what was first may be heard first. */
  @Test
  void aDeviceThatRunsElsewhereTooIsNamedIfThatIsHeardLast() throws Exception {
    try (Courier courier = new Courier(new FaultyTransport(Faults.NONE, 1));
        Gathering one = gathering(courier, 0, "one", 0L);
        Gathering other = gathering(courier, 1, "one", 0L)) {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      other.announce(Optional.empty());
      Roster roster = one.station(0).inbox().roster();
      assertThat(roster.await(() -> roster.of("b").isPresent(), PATIENCE)).isTrue();
      Future<Long> gathered =
          pool.submit(() -> one.gather(Optional.empty(), Duration.ofMillis(500)));
      one.station(0).inbox().announcement("a", announcement("one", 0L).encode());
      other.join(Optional.empty());
      assertThatThrownBy(gathered::get).hasMessageContaining("a runs in another process too");
      pool.shutdown();
    }
  }

  @Test
  void partsTellWhichRoundsTheyCanGoOnFrom() throws Exception {
    try (Courier courier = new Courier(new FaultyTransport(Faults.NONE, 1));
        Gathering one = gathering(courier, 0, "one", 0L);
        Gathering other = gathering(courier, 1, "one", 0L)) {
      one.announce(Optional.empty());
      other.announce(Optional.empty());
      assertThat(one.common(List.of(3L, 2L))).isZero();
      other.announce(List.of(5L, 2L, 1L));
      assertThat(one.common(List.of(3L, 2L, 1L))).isEqualTo(2);
    }
  }

  /** There may be thousands, and each would be told of thousands. */
  @Test
  void onlyOneDeviceOfAPartListensToAll() {
    Map<String, Set<String>> listeners = new HashMap<>();
    Transport transport =
        new Transport() {
          private final Transport network = new InProcessTransport();

          @Override
          public Link open(String device, FrameSink sink) {
            return network.open(device, sink);
          }

          @Override
          public Link open(String device, FrameSink sink, Set<String> others) {
            listeners.put(device, others);
            return open(device, sink);
          }
        };
    List<String> ids = List.of("a", "b", "c", "d");
    new Gathering(CHOICE, transport, ids, new Part(List.of(1, 2, 3), 4), announcement("one"))
        .close();
    assertThat(listeners).containsOnly(entry("c", Set.of()), entry("d", Set.of()));
  }

  private static Gathering gathering(Courier courier, int place, String name, Long... rounds) {
    return new Gathering(
        CHOICE,
        courier.transport(),
        List.of("a", "b"),
        new Part(List.of(place), 2),
        announcement(name, rounds));
  }

  private static Announcement announcement(String name, Long... rounds) {
    return new Announcement(
        name, "00", 10, "float32", List.of(rounds), 0, Announcement.State.PRESENT);
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
        .map(PartsTest::describe)
        .toList();
  }

  private static String describe(DeviceEvaluation device) {
    return device.device() + " " + device.testAccuracy() + " " + device.stationarity();
  }
}

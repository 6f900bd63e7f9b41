package org.limbeck.exchange.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.discovery.PeerSession;
import org.limbeck.exchange.discovery.SpokenAnnouncement;
import org.limbeck.exchange.endpoint.FaultyNetworkTransport;
import org.limbeck.exchange.endpoint.InProcessTransport;
import org.limbeck.exchange.endpoint.NetworkFaults;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.endpoint.TickingNetwork;

class StartBarrierTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  @Test
  void aPartThatIsAbsentIsNamed() {
    try (TickingNetwork network = quietNetwork();
        StartBarrier barrier = barrier(network, 0, "one")) {
      assertThatThrownBy(() -> barrier.gather(Optional.empty(), Duration.ofMillis(50)))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("waited 0 s for b");
    }
  }

  @Test
  void aPartOfAnotherExperimentIsRefused() {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one");
        StartBarrier other = barrier(network, 1, "other")) {
      assertThatThrownBy(() -> other.gather(Optional.empty(), Duration.ofMillis(50)))
          .hasMessageContaining("waited");
      assertThatThrownBy(() -> one.gather(Optional.empty(), Duration.ofMillis(50)))
          .hasMessageContaining("b: it has another experiment: other there, and one here");
    }
  }

  @Test
  void partsAgreeOnTheLatestRoundThatAllHave() throws Exception {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 200L, 100L);
        StartBarrier other = barrier(network, 1, "one", 100L, 50L)) {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Future<Long> round = pool.submit(() -> other.gather(Optional.empty(), PATIENCE));
      assertThat(one.gather(Optional.empty(), PATIENCE)).isEqualTo(100);
      assertThat(round.get()).isEqualTo(100);
      pool.shutdown();
    }
  }

  @Test
  void aDeviceThatRunsElsewhereTooIsNamed() throws Exception {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 0L);
        StartBarrier other = barrier(network, 1, "one", 0L)) {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Future<Long> round = pool.submit(() -> other.gather(Optional.empty(), PATIENCE));
      one.endpoint(0)
          .inbox()
          .announcement("a", SpokenAnnouncement.last("a", announcement("one", 0L)));
      assertThatThrownBy(() -> one.gather(Optional.empty(), Duration.ofMillis(500)))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("a runs in another process too");
      assertThat(round.get()).isZero();
      pool.shutdown();
    }
  }

  /** A process announces one device after the other, and what was first may be heard first. */
  @Test
  void aDeviceThatRunsElsewhereTooIsNamedIfThatIsHeardLast() throws Exception {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 0L);
        StartBarrier other = barrier(network, 1, "one", 0L)) {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      other.announce(Optional.empty());
      PeerAnnouncements announcements = one.endpoint(0).inbox().announcements();
      assertThat(announcements.await(() -> announcements.of("b").isPresent(), PATIENCE)).isTrue();
      Future<Long> gathered =
          pool.submit(() -> one.gather(Optional.empty(), Duration.ofMillis(500)));
      one.endpoint(0)
          .inbox()
          .announcement("a", SpokenAnnouncement.last("a", announcement("one", 0L)));
      Future<Long> round = pool.submit(() -> other.gather(Optional.empty(), PATIENCE));
      assertThatThrownBy(gathered::get).hasMessageContaining("a runs in another process too");
      assertThat(round.get()).isZero();
      pool.shutdown();
    }
  }

  /** Somebody may have kept what a part has said in another run, and say it again. */
  @Test
  void nobodyBeginsForWhatWasSaidInAnotherRun() {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 0L, 100L)) {
      PeerAnnouncements announcements = one.endpoint(0).inbox().announcements();
      Announcement said = announcement("one", 0L, 100L);
      announcements.heard("b", SpokenAnnouncement.of("b", said.readyFor("ab".repeat(32))));
      assertThatThrownBy(() -> one.gather(Optional.empty(), Duration.ofMillis(50)))
          .hasMessageContaining("for b");
      assertThat(one.agreedRun()).isEmpty();
    }
  }

  /** That it was said in another run is known when the part itself is heard. */
  @Test
  void partsBeginInSpiteOfWhatWasSaidInOtherRuns() throws Exception {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 0L);
        StartBarrier other = barrier(network, 1, "one", 0L)) {
      PeerAnnouncements heard = one.endpoint(0).inbox().announcements();
      Announcement end = announcement("one", 100L).as(Announcement.State.FINISHED);
      heard.heard("a", SpokenAnnouncement.of("a", end));
      heard.heard("b", SpokenAnnouncement.of("b", announcement("another", 0L)));
      heard.heard("b", SpokenAnnouncement.of("b", end));
      ExecutorService pool = Executors.newFixedThreadPool(2);
      Future<Long> first = pool.submit(() -> one.gather(Optional.empty(), PATIENCE));
      Thread.sleep(50);
      Future<Long> second = pool.submit(() -> other.gather(Optional.empty(), PATIENCE));
      assertThat(List.of(first.get(), second.get())).containsOnly(0L);
      assertThat(one.agreedRun()).isPresent().isEqualTo(other.agreedRun());
      pool.shutdown();
    }
  }

  /** If nobody else is heard, it may well be why. */
  @Test
  void whatDoesNotFitIsNamedInTheEnd() {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 0L)) {
      PeerAnnouncements heard = one.endpoint(0).inbox().announcements();
      heard.heard("b", SpokenAnnouncement.of("b", announcement("one", 100L)));
      assertThatThrownBy(() -> one.gather(Optional.empty(), Duration.ofMillis(50)))
          .hasMessageContaining("there is no round that all parts can go on from");
    }
  }

  @Test
  void partsOfTwoExperimentsAreRefusedAtOnce() throws Exception {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 0L);
        StartBarrier other = barrier(network, 1, "other", 0L)) {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Future<Long> second = pool.submit(() -> other.gather(Optional.empty(), FOR_EVER));
      assertThatThrownBy(() -> one.gather(Optional.empty(), FOR_EVER))
          .hasMessageContaining("b: it has another experiment: other there, and one here");
      assertThatThrownBy(second::get)
          .hasMessageContaining("a: it has another experiment: one there, and other here");
      pool.shutdown();
    }
  }

  @Test
  void partsAgreeOnARunThatIsNewEveryTime() throws Exception {
    String run = runOfTwo();
    assertThat(run).hasSize(64).isNotEqualTo(runOfTwo());
  }

  private static String runOfTwo() throws Exception {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 0L);
        StartBarrier other = barrier(network, 1, "one", 0L)) {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      Future<Long> round = pool.submit(() -> other.gather(Optional.empty(), PATIENCE));
      one.gather(Optional.empty(), PATIENCE);
      round.get();
      pool.shutdown();
      assertThat(one.agreedRun()).isPresent().isEqualTo(other.agreedRun());
      return one.agreedRun().orElseThrow();
    }
  }

  @Test
  void partsTellWhichRoundsTheyCanGoOnFrom() throws Exception {
    try (TickingNetwork network = quietNetwork();
        StartBarrier one = barrier(network, 0, "one", 0L);
        StartBarrier other = barrier(network, 1, "one", 0L)) {
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
    new StartBarrier(
            transport,
            ids,
            List.of(1, 2, 3),
            announcement("one"),
            Optional.empty(),
            new RefusalLog())
        .close();
    assertThat(listeners)
        .containsOnly(entry("b", Set.copyOf(ids)), entry("c", Set.of()), entry("d", Set.of()));
  }

  /** A part that is resumed alone knows of no session yet, and somebody may have kept an end. */
  @Test
  void whoJoinsDoesNotEndByWhatWasSaidInAnEarlierSession() {
    AtomicLong clock = new AtomicLong();
    PeerSession earlier = SpokenAnnouncement.nextSession();
    PeerSession present = SpokenAnnouncement.nextSession();
    Announcement said = announcement("one");
    Announcement end = said.as(Announcement.State.FINISHED);
    try (TickingNetwork network = quietNetwork();
        StartBarrier barrier =
            new StartBarrier(
                network.transport(),
                List.of("a", "b"),
                List.of(0),
                said,
                Optional.empty(),
                new RefusalLog(),
                clock::get)) {
      barrier.join(Optional.empty());
      PeerAnnouncements announcements = barrier.endpoint(0).inbox().announcements();
      announcements.heard("b", spoken(earlier, 1, end));
      assertThat(barrier.othersHaveFinished()).isFalse();
      announcements.heard("b", spoken(present, 0, said));
      clock.addAndGet(Duration.ofSeconds(10).toNanos());
      announcements.heard("b", ByteBuffer.allocate(0));
      announcements.heard("b", spoken(earlier, 1, end));
      assertThat(barrier.othersHaveFinished()).as("the present one goes on").isFalse();
      announcements.heard("b", spoken(present, 1, end));
      assertThat(barrier.othersHaveFinished()).isTrue();
    }
  }

  private static ByteBuffer spoken(PeerSession session, long number, Announcement said) {
    return SpokenAnnouncement.of("", "b", session, number, said, Optional.empty());
  }

  private static TickingNetwork quietNetwork() {
    return new TickingNetwork(new FaultyNetworkTransport(NetworkFaults.NONE, 1));
  }

  private static StartBarrier barrier(
      TickingNetwork network, int place, String name, Long... rounds) {
    return new StartBarrier(
        network.transport(),
        List.of("a", "b"),
        List.of(place),
        announcement(name, rounds),
        Optional.empty(),
        new RefusalLog());
  }

  private static Announcement announcement(String name, Long... rounds) {
    return new Announcement(name, "00", 10, "float32", List.of(rounds));
  }
}

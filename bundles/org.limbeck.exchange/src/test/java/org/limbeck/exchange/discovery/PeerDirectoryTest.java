package org.limbeck.exchange.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.NeighbourChanged.State;
import org.limbeck.api.transport.Link;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;

/** What a device on its own makes of what it hears; the tests move its clock. */
class PeerDirectoryTest {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private long seconds = -5;
  private final PeerAnnouncements announcements = new PeerAnnouncements("", Optional.empty());
  private final Quarantine quarantine = new Quarantine(() -> 0);
  private final Wire wire = new Wire();
  private final PeerDirectory peers = directory(announcements);

  @Test
  void thoseThatFitAreCompanions() {
    hear("attic", announcement("float32"));
    hear("kitchen", announcement("float16"));
    assertThat(peers.present()).containsOnlyKeys("attic");
    assertThat(peers.news())
        .containsExactly(
            new PeerStatus("attic", State.PRESENT, ""),
            new PeerStatus(
                "kitchen", State.REFUSED, "it has another codec: float16 there, and float32 here"));
    peers.present();
    assertThat(peers.news()).as("told once").isEmpty();
  }

  @Test
  void whoVanishesIsWaitedForAndThenForgotten() {
    hear("attic", announcement("float32"));
    peers.present();
    peers.news();
    announcements.heard("attic", NOTHING);
    seconds += 30;
    assertThat(peers.present()).containsOnlyKeys("attic");
    assertThat(peers.news())
        .containsExactly(new PeerStatus("attic", State.SILENT, "waits 30 s for it"));
    seconds += 1;
    assertThat(peers.present()).isEmpty();
    assertThat(peers.news())
        .containsExactly(new PeerStatus("attic", State.GONE, "silent for 30 s"));
    assertThat(peers.present()).isEmpty();
    assertThat(peers.news()).isEmpty();
  }

  /** Without keys a device hears of all. */
  @Test
  void hearsOfThoseThatHaveAKeyByNow() {
    peers.hearOfAnnouncers();
    assertThat(wire.heardOf).isEmpty();
    DeviceKeys attic = DeviceKeys.generate("attic");
    AtomicReference<Map<String, DeviceKeys>> keys = new AtomicReference<>(Map.of("attic", attic));
    PeerDirectory directory =
        directory(new PeerAnnouncements("", Optional.of(new KeyRing("keys", keys::get))));
    directory.hearOfAnnouncers();
    directory.hearOfAnnouncers();
    assertThat(wire.heardOf).containsExactly(Set.of("attic"));
    keys.set(Map.of("attic", attic, "hall", DeviceKeys.generate("hall")));
    directory.hearOfAnnouncers();
    assertThat(wire.heardOf).last().isEqualTo(Set.of("attic", "hall"));
  }

  /** Somebody may say that a process has gone, and then what its device said in another life. */
  @Test
  void whoHasFinishedInAnEarlierSessionStays() {
    PeerSession earlier = SpokenAnnouncement.nextSession();
    PeerSession present = SpokenAnnouncement.nextSession();
    Announcement said = announcement("float32");
    announcements.heard("attic", spoken(present, 0, said));
    assertThat(peers.present()).containsOnlyKeys("attic");
    announcements.heard("attic", NOTHING);
    announcements.heard("attic", spoken(earlier, 1, said.as(Announcement.State.FINISHED)));
    assertThat(peers.present()).containsOnlyKeys("attic");
    announcements.heard("attic", spoken(present, 1, said.as(Announcement.State.FINISHED)));
    assertThat(peers.present()).isEmpty();
  }

  private static ByteBuffer spoken(PeerSession session, long number, Announcement said) {
    return SpokenAnnouncement.of("", "attic", session, number, said, Optional.empty());
  }

  @Test
  void whoseKeyIsTakenAwayHasGone() {
    KeyRing attic = new KeyRing("keys", Map.of("attic", DeviceKeys.generate("attic")));
    AtomicReference<Map<String, DeviceKeys>> keys = new AtomicReference<>(attic.keys());
    PeerAnnouncements signed =
        new PeerAnnouncements("", Optional.of(new KeyRing("keys", keys::get)));
    PeerDirectory directory = directory(signed);
    signed.heard(
        "attic",
        SpokenAnnouncement.of(
            "",
            "attic",
            SpokenAnnouncement.nextSession(),
            0,
            announcement("float32"),
            Optional.of(attic)));
    assertThat(directory.present()).containsOnlyKeys("attic");
    directory.news();

    keys.set(Map.of());
    assertThat(directory.present()).isEmpty();
    assertThat(directory.news())
        .containsExactly(new PeerStatus("attic", State.GONE, "has no key here any more"));
  }

  @Test
  void whoComesBackIsWelcome() {
    hear("attic", announcement("float32"));
    peers.present();
    announcements.heard("attic", NOTHING);
    peers.present();
    peers.news();
    hear("attic", announcement("float32"));
    assertThat(peers.present()).containsOnlyKeys("attic");
    assertThat(peers.news()).containsExactly(new PeerStatus("attic", State.PRESENT, ""));
    seconds += 3600;
    assertThat(peers.present()).containsOnlyKeys("attic");
  }

  @Test
  void whoSaysThatItLeavesHasGoneAtOnce() {
    hear("attic", announcement("float32"));
    peers.present();
    peers.news();
    hear("attic", announcement("float32").as(Announcement.State.FINISHED));
    assertThat(peers.present()).isEmpty();
    assertThat(peers.news()).containsExactly(new PeerStatus("attic", State.GONE, ""));
    assertThat(peers.present()).isEmpty();
    hear("attic", announcement("float32"));
    assertThat(peers.present()).containsOnlyKeys("attic");
  }

  @Test
  void whoHadLeftBeforeIsNoNews() {
    hear("attic", announcement("float32").as(Announcement.State.FINISHED));
    assertThat(peers.present()).isEmpty();
    assertThat(peers.news()).isEmpty();
  }

  @Test
  void saysThatAnotherProcessUsesItsName() {
    hear("hall", announcement("float32"));
    assertThat(peers.present()).isEmpty();
    assertThat(peers.news())
        .containsExactly(
            new PeerStatus(
                "hall",
                State.REFUSED,
                "another process runs a device of this name, or did until a moment ago: each needs"
                    + " a name of its own"));
    announcements.heard("hall", NOTHING);
    assertThat(peers.present()).isEmpty();
    assertThat(peers.news()).isEmpty();
  }

  @Test
  void whoIsLeftOutIsNoCompanionUntilItBeginsAnew() {
    hear("attic", announcement("float32"));
    peers.present();
    peers.news();
    for (int i = 0; i < Quarantine.FRAMES; i++) {
      quarantine.charge("attic", new MalformedFrameException(RejectReason.NOT_FINITE, "it is NaN"));
    }
    assertThat(peers.present()).isEmpty();
    assertThat(peers.news())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.state()).isEqualTo(State.REFUSED);
              assertThat(said.reason()).startsWith("left out until it begins anew: 10 frames");
            });
    assertThat(peers.present()).isEmpty();
    assertThat(peers.news()).as("told once").isEmpty();
    hear("attic", announcement("float32"));
    assertThat(peers.present()).containsOnlyKeys("attic");
    assertThat(peers.news()).containsExactly(new PeerStatus("attic", State.PRESENT, ""));
  }

  @Test
  void tellsAllHowManyNeighboursItHas() {
    peers.follow(List.of("attic", "kitchen"));
    peers.follow(List.of("attic", "garage"));
    peers.follow(List.of("attic"));
    assertThat(wire.followed).hasSize(3).last().isEqualTo(List.of("attic"));
    assertThat(wire.announced)
        .as("only when it is another number")
        .containsExactly(
            announcement("float32").withDegree(2), announcement("float32").withDegree(1));
    peers.leave();
    assertThat(wire.announced)
        .last()
        .extracting(Announcement::state)
        .isEqualTo(Announcement.State.FINISHED);
  }

  private void hear(String device, Announcement announcement) {
    announcements.heard(device, SpokenAnnouncement.of(device, announcement));
  }

  private PeerDirectory directory(PeerAnnouncements heard) {
    return new PeerDirectory(
        heard,
        wire,
        new Announcer(wire, "", "hall", SpokenAnnouncement.nextSession(), Optional.empty()),
        quarantine,
        announcement("float32"),
        Duration.ofSeconds(30),
        () -> TimeUnit.SECONDS.toNanos(seconds));
  }

  private static Announcement announcement(String codec) {
    return new Announcement("rows", "ab", 10, codec, List.of());
  }

  /** Keeps what it is given. */
  private static final class Wire implements Link {
    private final List<Collection<String>> followed = new ArrayList<>();
    private final List<Announcement> announced = new ArrayList<>();
    private final List<Set<String>> heardOf = new ArrayList<>();

    @Override
    public void hearOf(Set<String> others) {
      heardOf.add(others);
    }

    @Override
    public void send(Collection<String> to, ByteBuffer frame) {
      throw new AssertionError("nothing is sent");
    }

    @Override
    public void follow(Collection<String> devices) {
      followed.add(devices);
    }

    @Override
    public void announce(ByteBuffer announcement) {
      try {
        announced.add(
            AnnouncementFormat.read(announcement, any -> true, Optional.empty())
                .orElseThrow()
                .announcement());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() {}
  }
}

package org.limbeck.exchange.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;

class PeerAnnouncementsTest {
  private static final ByteBuffer GONE = ByteBuffer.allocate(0);
  private static final Announcement SAID =
      new Announcement("rows", "ab", 10, "float32", List.of(100L, 200L)).withDegree(3);
  private static final KeyRing KEYS =
      new KeyRing(
          "keys",
          Map.of("hall", DeviceKeys.generate("hall"), "attic", DeviceKeys.generate("attic")));

  private final PeerAnnouncements announcements = new PeerAnnouncements("home", Optional.of(KEYS));
  private final PeerSession session = SpokenAnnouncement.nextSession();
  private long now;

  @Test
  void believesWhatIsSigned() {
    announcements.heard("hall", said("hall", session, 0, SAID));
    assertThat(announcements.of("hall")).contains(SAID);
    assertThat(announcements.sessions(List.of("hall", "attic")))
        .containsExactly(Map.entry("hall", session));
    announcements.heard("hall", GONE);
    assertThat(announcements.of("hall")).isEmpty();
    assertThat(announcements.everHeard()).containsEntry("hall", SAID);
  }

  @Test
  void believesNothingElse() {
    announcements.heard(
        "hall", SpokenAnnouncement.of("home", "hall", session, 0, SAID, Optional.empty()));
    assertThat(announcements.faults().get("hall")).contains("not signed");
    announcements.heard("hall", said("attic", session, 0, SAID));
    assertThat(announcements.faults().get("hall")).contains("someone else");
    announcements.heard("attic", forged(said("attic", session, 0, SAID)));
    assertThat(announcements.faults().get("attic")).contains("someone else");
    announcements.heard(
        "attic", SpokenAnnouncement.of("work", "attic", session, 0, SAID, Optional.of(KEYS)));
    assertThat(announcements.faults().get("attic")).contains("another network");
    assertThat(announcements.everHeard()).isEmpty();
  }

  /** Whoever has no key does not even leave a name. */
  @Test
  void forgetsStrangersAtOnce() {
    announcements.heard("cellar", said("attic", session, 0, SAID));
    assertThat(announcements.everHeard()).isEmpty();
    assertThat(announcements.faults()).isEmpty();
  }

  @Test
  void whatWasSaidBeforeCountsNoMore() {
    ByteBuffer first = said("hall", session, 4, SAID);
    ByteBuffer finished = said("hall", session, 5, SAID.as(Announcement.State.FINISHED));
    PeerSession next = SpokenAnnouncement.nextSession();
    announcements.heard("hall", first.duplicate());
    announcements.heard("hall", finished.duplicate());
    announcements.heard("hall", first.duplicate());
    assertThat(announcements.haveFinished(List.of("hall"))).isTrue();
    announcements.heard("hall", said("hall", next, 0, SAID));
    announcements.heard("hall", finished.duplicate());
    assertThat(announcements.of("hall")).contains(SAID);
  }

  @Test
  void hearsAnEarlierSessionOfADeviceThatHasGone() {
    PeerSession next = SpokenAnnouncement.nextSession();
    announcements.heard("hall", said("hall", next, 7, SAID));
    announcements.heard("hall", said("hall", session, 0, SAID.withDegree(1)));
    assertThat(announcements.of("hall")).contains(SAID);
    announcements.heard("hall", GONE);
    announcements.heard("hall", said("hall", session, 0, SAID.withDegree(1)));
    assertThat(announcements.of("hall")).contains(SAID.withDegree(1));
  }

  @Test
  void hearsWhoGetsAKeyLater() {
    AtomicReference<Map<String, DeviceKeys>> keys = new AtomicReference<>(Map.of());
    PeerAnnouncements following = following(keys);
    following.heard("hall", said("hall", session, 0, SAID.withDegree(1)));
    following.heard("hall", said("hall", session, 1, SAID));
    assertThat(following.present()).isEmpty();

    keys.set(KEYS.keys());
    assertThat(following.present()).containsExactly(Map.entry("hall", SAID));
  }

  @Test
  void forgetsWhoseKeyIsTakenAwayOrReplaced() {
    AtomicReference<Map<String, DeviceKeys>> keys = new AtomicReference<>(KEYS.keys());
    PeerAnnouncements following = following(keys);
    following.heard("hall", said("hall", session, 0, SAID));
    following.heard("attic", said("attic", session, 0, SAID));

    DeviceKeys other = DeviceKeys.generate("hall");
    keys.set(Map.of("hall", other));
    assertThat(following.present()).isEmpty();
    assertThat(following.everHeard()).isEmpty();

    following.heard("hall", said("hall", session, 1, SAID));
    assertThat(following.faults().get("hall")).contains("someone else");
    KeyRing ring = new KeyRing("keys", Map.of("hall", other));
    following.heard(
        "hall", SpokenAnnouncement.of("home", "hall", session, 0, SAID, Optional.of(ring)));
    assertThat(following.present()).containsExactly(Map.entry("hall", SAID));
  }

  /** A device may have a new key before its new public one is here. */
  @Test
  void hearsWhoseKeyIsReplacedLater() {
    DeviceKeys other = DeviceKeys.generate("hall");
    KeyRing ring = new KeyRing("keys", Map.of("hall", other));
    AtomicReference<Map<String, DeviceKeys>> keys = new AtomicReference<>(KEYS.keys());
    PeerAnnouncements following = following(keys);
    following.heard(
        "hall", SpokenAnnouncement.of("home", "hall", session, 0, SAID, Optional.of(ring)));
    assertThat(following.present()).isEmpty();

    keys.set(ring.keys());
    assertThat(following.present()).containsExactly(Map.entry("hall", SAID));
    assertThat(following.faults()).isEmpty();
  }

  @Test
  void keepsLittleOfStrangers() {
    AtomicReference<Map<String, DeviceKeys>> keys = new AtomicReference<>(Map.of());
    PeerAnnouncements following = following(keys);
    for (int n = 0; n < 10; n++) {
      following.heard("stranger-" + n, ByteBuffer.allocate(16_000));
    }
    following.heard("hall", said("hall", session, 0, SAID));
    keys.set(KEYS.keys());
    assertThat(following.present()).as("where there was room").containsOnlyKeys("hall");

    PeerAnnouncements crowded = following(keys);
    keys.set(Map.of());
    for (int n = 0; n < 1000; n++) {
      crowded.heard("stranger-" + n, ByteBuffer.allocate(500));
    }
    crowded.heard("hall", said("hall", session, 0, SAID));
    keys.set(KEYS.keys());
    assertThat(crowded.present()).as("where there was none").isEmpty();
    crowded.heard("hall", said("hall", session, 0, SAID));
    assertThat(crowded.present()).containsOnlyKeys("hall");
  }

  /** Whoever has kept it and takes the device for gone must not end the run of others. */
  @Test
  void doesNotTakeTheEndOfAnEarlierSessionForThatOfALaterOne() {
    Announcement end = SAID.as(Announcement.State.FINISHED);
    announcements.heard("hall", said("hall", SpokenAnnouncement.nextSession(), 7, SAID));
    announcements.heard("hall", GONE);
    announcements.heard("hall", said("hall", session, 0, end));
    assertThat(announcements.of("hall")).contains(end);
    assertThat(announcements.haveFinished(List.of("hall"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Hall", "a/b", "attic\n", "\u001b[2J", "ha ll", "0", "é"})
  void takesNoNamesThatAreNone(String name) {
    PeerAnnouncements open = new PeerAnnouncements("", Optional.empty());
    open.heard(name, SpokenAnnouncement.of(name, SAID));
    open.heard("a".repeat(65), SpokenAnnouncement.of("a".repeat(65), SAID));
    assertThat(open.everHeard()).isEmpty();
    assertThat(open.faults()).isEmpty();
  }

  @Test
  void remembersNoMoreThanSoManyDevices() {
    PeerAnnouncements open = new PeerAnnouncements("", Optional.empty());
    for (int n = 0; n < 5000; n++) {
      open.heard("device-" + n, SpokenAnnouncement.of("device-" + n, SAID));
    }
    assertThat(open.everHeard()).hasSize(4096).containsKey("device-0");
    open.heard("device-0", GONE);
    open.heard("device-0", SpokenAnnouncement.of("device-0", SAID.withDegree(1)));
    assertThat(open.of("device-0")).contains(SAID.withDegree(1));
  }

  /** There are as many as there are keys. */
  @Test
  void remembersAllThatHaveAKey() {
    DeviceKeys one = DeviceKeys.generate("device-0");
    Map<String, DeviceKeys> many = new HashMap<>();
    for (int n = 0; n < 5000; n++) {
      many.put("device-" + n, one);
    }
    KeyRing ring = new KeyRing("keys", many);
    PeerAnnouncements signed =
        new PeerAnnouncements("home", Optional.of(ring), () -> now += TimeUnit.SECONDS.toNanos(1));
    ByteBuffer unsigned = SpokenAnnouncement.of("device-0", SAID);
    for (int n = 0; n < 5000; n++) {
      signed.heard("device-" + n, unsigned.duplicate());
      signed.heard("invented-" + n, unsigned.duplicate());
    }
    assertThat(signed.faults()).hasSize(5000).doesNotContainKey("invented-0");
  }

  @Test
  void readsNothingThatIsTooLongOrHasControlCharacters() {
    PeerAnnouncements open = new PeerAnnouncements("", Optional.empty());
    open.heard("hall", ByteBuffer.allocate(1 << 20));
    assertThat(open.faults().get("hall")).contains("16384 bytes");
    open.heard("hall", SpokenAnnouncement.of("hall", codec("x".repeat(513))));
    assertThat(open.faults().get("hall")).contains("codec is too long");
    open.heard("hall", SpokenAnnouncement.of("hall", codec("\\u001b[31m")));
    assertThat(open.faults().get("hall")).contains("codec has control characters");
    open.heard("hall", ByteBuffer.wrap(new byte[] {(byte) 0xC3, 0x28}));
    assertThat(open.faults().get("hall")).contains("UTF-8");
    assertThat(open.everHeard()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "degree, -1",
    "degree, 4097",
    "degree, 2147483647",
    "rounds, -1",
    "rounds, 4294967296",
    "classes, -1",
    "number, -1",
    "degree, 99999999999999999999"
  })
  void takesNoNumbersThatNoDeviceHas(String key, String value) {
    PeerAnnouncements open = new PeerAnnouncements("", Optional.empty());
    String text = StandardCharsets.UTF_8.decode(SpokenAnnouncement.of("hall", SAID)).toString();
    String other = text.replaceAll("(?m)^" + key + " = .*$", key + " = " + value);
    open.heard("hall", ByteBuffer.wrap(other.getBytes(StandardCharsets.UTF_8)));
    assertThat(open.everHeard()).isEmpty();
    assertThat(open.faults()).containsOnlyKeys("hall");
  }

  /** Whoever comes and goes in one breath would let all others change neighbours each time. */
  @Test
  void hearsNothingMoreOfASessionThatHasFinished() {
    announcements.heard("hall", said("hall", session, 0, SAID.as(Announcement.State.FINISHED)));
    announcements.heard("hall", said("hall", session, 1, SAID));
    assertThat(announcements.haveFinished(List.of("hall"))).isTrue();
    assertThat(announcements.faults().get("hall")).contains("has finished before");
    announcements.heard("hall", said("hall", SpokenAnnouncement.nextSession(), 0, SAID));
    assertThat(announcements.haveFinished(List.of("hall"))).isFalse();
  }

  @Test
  void whoHasFinishedSpeaksForItselfAlone() {
    announcements.heard("hall", said("hall", session, 0, SAID.as(Announcement.State.FINISHED)));
    announcements.heard("attic", said("attic", session, 0, SAID));
    assertThat(announcements.haveFinished(List.of("hall"))).isTrue();
    assertThat(announcements.haveFinished(List.of("attic", "hall"))).isFalse();
  }

  private static PeerAnnouncements following(AtomicReference<Map<String, DeviceKeys>> keys) {
    return new PeerAnnouncements("home", Optional.of(new KeyRing("keys", keys::get)));
  }

  private static Announcement codec(String codec) {
    return new Announcement("rows", "ab", 10, codec, List.of());
  }

  private static ByteBuffer said(
      String device, PeerSession session, long number, Announcement announcement) {
    return SpokenAnnouncement.of("home", device, session, number, announcement, Optional.of(KEYS));
  }

  private static ByteBuffer forged(ByteBuffer announcement) {
    String text = StandardCharsets.UTF_8.decode(announcement).toString();
    return ByteBuffer.wrap(
        text.replace("degree = 3", "degree = 4").getBytes(StandardCharsets.UTF_8));
  }
}

package org.limbeck.exchange.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;

class FloodedAnnouncementsTest {
  private static final ByteBuffer GONE = ByteBuffer.allocate(0);
  private static final Announcement SAID = new Announcement("rows", "ab", 10, "float32", List.of());
  private static final KeyRing KEYS =
      new KeyRing(
          "keys",
          Map.of("hall", DeviceKeys.generate("hall"), "attic", DeviceKeys.generate("attic")));

  private final PeerSession session = SpokenAnnouncement.nextSession();
  private long now;
  private final PeerAnnouncements clocked =
      new PeerAnnouncements("home", Optional.of(KEYS), () -> now);

  /** Whoever floods a device with forged announcements has it look at some of them only. */
  @Test
  void looksLaterAtWhatCameAmongForgeries() {
    ByteBuffer forged = forged(said("hall", session, 1, SAID.withDegree(3)));
    for (int i = 0; i < PeerAnnouncements.IN_VAIN; i++) {
      clocked.heard("hall", forged.duplicate());
    }
    clocked.heard("hall", said("hall", session, 0, SAID));
    clocked.heard("attic", said("attic", session, 0, SAID));
    assertThat(clocked.present()).isEmpty();
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(clocked.present()).containsOnlyKeys("attic", "hall");

    for (int i = 0; i < PeerAnnouncements.IN_VAIN; i++) {
      clocked.heard("hall", forged.duplicate());
    }
    clocked.heard("hall", said("hall", session, 2, SAID.withDegree(2)));
    clocked.heard("hall", GONE);
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(clocked.present()).as("it has gone since").containsOnlyKeys("attic");
  }

  /** What has been signed and comes again is of no more use than what is forged. */
  @Test
  void looksAtNoSignatureOfWhatHasCome() {
    ByteBuffer first = said("hall", session, 0, SAID);
    for (int i = 0; i <= PeerAnnouncements.IN_VAIN; i++) {
      clocked.heard("hall", first.duplicate());
    }
    clocked.heard("hall", said("hall", session, 1, SAID.withDegree(1)));
    assertThat(clocked.of("hall")).contains(SAID);
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(clocked.present()).containsExactly(Map.entry("hall", SAID.withDegree(1)));
  }

  @Test
  void hearsHoweverManyThatAreSigned() {
    DeviceKeys hall = KEYS.keys().get("hall");
    Map<String, DeviceKeys> many = new TreeMap<>();
    for (int i = 0; i < 2 * PeerAnnouncements.IN_VAIN; i++) {
      String device = "device-" + i;
      many.put(device, new DeviceKeys(device, hall.privateKey(), hall.publicKey()));
    }
    KeyRing ring = new KeyRing("keys", many);
    PeerAnnouncements all = new PeerAnnouncements("home", Optional.of(ring), () -> now);
    many.keySet()
        .forEach(
            device ->
                all.heard(
                    device,
                    SpokenAnnouncement.of("home", device, session, 0, SAID, Optional.of(ring))));
    assertThat(all.present()).hasSize(many.size());
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

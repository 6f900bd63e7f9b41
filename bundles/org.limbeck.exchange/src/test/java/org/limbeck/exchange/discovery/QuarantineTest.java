package org.limbeck.exchange.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

class QuarantineTest {
  private static final Announcement SAID = new Announcement("rows", "ab", 10, "float32", List.of());

  private long minutes;
  private final Quarantine quarantine = new Quarantine(() -> TimeUnit.MINUTES.toNanos(minutes));
  private final PeerAnnouncements announcements = new PeerAnnouncements("", Optional.empty());

  @ParameterizedTest
  @EnumSource(names = {"UNEXPECTED", "UNDECODABLE", "NOT_FINITE", "OUT_OF_BOUNDS"})
  void leavesOutWhoseFramesAreRefusedTooOften(RejectReason reason) {
    charge(9, reason);
    assertThat(quarantine.isEmpty()).isTrue();
    charge(1, reason);
    assertThat(quarantine.reason("attic"))
        .contains(
            "10 frames that it has signed were refused within 10 minutes, the last one as "
                + reason
                + ": so it is");
    assertThat(quarantine.reason("hall")).isEmpty();
    assertThat(quarantine.leftOut(announcements)).containsOnlyKeys("attic");
  }

  /** Anybody can send again what somebody has signed, and networks lose and repeat. */
  @ParameterizedTest
  @EnumSource(
      names = {"UNEXPECTED", "UNDECODABLE", "NOT_FINITE", "OUT_OF_BOUNDS"},
      mode = EnumSource.Mode.EXCLUDE)
  void chargesNobodyWithWhatOthersMayHaveDone(RejectReason reason) {
    charge(1000, reason);
    assertThat(quarantine.isEmpty()).isTrue();
  }

  @Test
  void forgetsWhatWasLongAgo() {
    charge(9, RejectReason.NOT_FINITE);
    minutes += 11;
    charge(9, RejectReason.NOT_FINITE);
    assertThat(quarantine.isEmpty()).isTrue();
    charge(1, RejectReason.NOT_FINITE);
    assertThat(quarantine.isEmpty()).isFalse();
  }

  @Test
  void endsWhenADeviceBeginsAnew() {
    announcements.heard("attic", SpokenAnnouncement.of("attic", SAID));
    charge(10, RejectReason.NOT_FINITE);
    minutes += 100;
    assertThat(quarantine.leftOut(announcements)).containsOnlyKeys("attic");
    announcements.heard("attic", SpokenAnnouncement.of("attic", SAID));
    assertThat(quarantine.leftOut(announcements)).isEmpty();
    charge(9, RejectReason.NOT_FINITE);
    assertThat(quarantine.leftOut(announcements)).isEmpty();
    charge(1, RejectReason.NOT_FINITE);
    assertThat(quarantine.leftOut(announcements)).containsOnlyKeys("attic");
  }

  private void charge(int frames, RejectReason reason) {
    for (int i = 0; i < frames; i++) {
      quarantine.charge("attic", new MalformedFrameException(reason, "so it is"));
    }
  }
}

package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncementRelayTest {
  private static final Optional<Set<String>> ALL = Optional.empty();

  private final AnnouncementRelay announcements = new AnnouncementRelay("p");
  private final RecordingSink ears = new RecordingSink();

  private void say(String device, String process, String what) {
    announcements.said(device, process, what.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void holdAsLongAsTheirProcessIsAlive() {
    announcements.join("me", ears, ALL);
    say("a", "p", "hello");
    assertThat(ears.announcements()).isEmpty();
    announcements.alive("p", 0);
    assertThat(ears.announcements()).containsEntry("a", "hello");
    announcements.lost("p");
    assertThat(ears.announcements()).containsEntry("a", "");
    announcements.alive("p", 0);
    assertThat(ears.announcements()).containsEntry("a", "hello");
  }

  @Test
  void moveWithTheirDeviceToAnotherProcess() {
    announcements.join("me", ears, ALL);
    announcements.alive("p", 0);
    say("a", "p", "first");
    announcements.alive("q", 0);
    say("a", "q", "second");
    announcements.lost("p");
    assertThat(ears.announcements()).containsEntry("a", "second");
  }

  @Test
  void areToldToNewcomersUnlessTakenBack() {
    announcements.alive("p", 0);
    say("a", "p", "hello");
    say("b", "p", "hello");
    say("b", "p", "");
    announcements.join("me", ears, ALL);
    assertThat(ears.announcements()).containsOnlyKeys("a");
  }

  @Test
  void areNotToldToThoseWhoMadeThemOrHaveLeft() {
    announcements.join("a", ears, ALL);
    announcements.alive("p", 0);
    say("a", "p", "hello");
    announcements.leave("a");
    say("b", "p", "hello");
    assertThat(ears.announcements()).isEmpty();
  }

  @Test
  void areToldToThoseInWhoseNameAnotherProcessMakesThem() {
    announcements.join("a", ears, ALL);
    announcements.alive("p", 0);
    announcements.alive("q", 0);
    say("a", "q", "hello");
    assertThat(ears.announcements()).containsEntry("a", "hello");
    say("a", "p", "hello");
    assertThat(ears.announcements()).containsEntry("a", "hello");
    announcements.lost("q");
    assertThat(ears.announcements()).containsEntry("a", "");
  }

  @Test
  void areToldThoughTheSignOfLifeComesAfterWhatTheDeviceItselfSays() {
    announcements.join("a", ears, ALL);
    announcements.alive("p", 0);
    say("a", "q", "hello");
    say("a", "p", "hello");
    announcements.alive("q", 0);
    assertThat(ears.announcements()).containsEntry("a", "hello");
    say("a", "q", "");
    assertThat(ears.announcements()).containsEntry("a", "");
  }

  @Test
  void areThoseOfTheProcessThatIsLeft() {
    announcements.join("me", ears, ALL);
    announcements.alive("q", 0);
    announcements.alive("r", 0);
    say("a", "q", "first");
    say("a", "r", "second");
    announcements.lost("r");
    assertThat(ears.announcements()).containsEntry("a", "first");
  }

  @Test
  void areToldToThoseWhoCareForThem() {
    announcements.join("a", ears, Optional.of(Set.of("b")));
    announcements.alive("q", 0);
    for (String device : List.of("a", "b", "c")) {
      say(device, "q", "hello");
    }
    assertThat(ears.announcements()).containsOnlyKeys("a", "b");
  }

  /** Nobody has to be told of them, and there is no end of names. */
  @Test
  void ofNamesThatNobodyMindsTakeNoPlace() {
    announcements.join("a", ears, Optional.of(Set.of("b")));
    announcements.alive("q", 0);
    for (int i = 0; i < 5000; i++) {
      say("invented-" + i, "q", "hello");
    }
    say("b", "q", "hello");
    assertThat(ears.announcements()).containsOnlyKeys("b");
  }

  /** As where there are keys: their ids are known, however many there are. */
  @Test
  void ofDevicesThatAreAskedForFindAPlaceAmongInventedDevicesAndProcesses() {
    RecordingSink all = new RecordingSink();
    announcements.join("all", all, ALL);
    announcements.join("a", ears, Optional.of(numbered("b-", 100)));
    for (int i = 0; i < 5000; i++) {
      announcements.alive("invented-" + i, 0);
      say("invented-" + i, "invented-" + i, "lies");
    }
    assertThat(announcements.overlooked()).isEmpty();
    announcements.alive("q", 0);
    for (String device : numbered("b-", 100)) {
      say(device, "q", "hello");
    }
    assertThat(ears.announcements()).isEmpty();
    assertThat(announcements.overlooked()).as("its sign of life had no place").containsExactly("q");
    announcements.alive("q", 0);
    assertThat(announcements.overlooked()).isEmpty();
    assertThat(ears.announcements()).hasSize(100).containsEntry("b-99", "hello");
    assertThat(all.announcements()).hasSize(4096 + 100);
  }

  @Test
  void areToldToThoseWhoCareForOthersNow() {
    announcements.join("a", ears, Optional.of(Set.of("b", "c")));
    announcements.alive("q", 0);
    say("a", "q", "hello");
    say("b", "q", "hello");
    say("c", "q", "hello");
    say("d", "q", "not asked for yet");
    assertThat(announcements.mind("a", Set.of("c", "d"))).containsExactly("d");
    say("d", "q", "hello");
    say("b", "q", "not asked for any more");
    assertThat(ears.announcements())
        .containsOnlyKeys("a", "b", "c", "d")
        .containsEntry("b", "hello")
        .containsEntry("d", "hello");
    assertThat(announcements.mind("gone", Set.of("c"))).isEmpty();
  }

  private static Set<String> numbered(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.toSet());
  }

  @Test
  void throughManyProcessesLeaveThatOfTheDeviceItsPlace() {
    announcements.join("a", ears, Optional.of(Set.of("b")));
    for (int i = 0; i < 100; i++) {
      announcements.alive("invented-" + i, 0);
      say("b", "invented-" + i, "lies");
    }
    announcements.alive("q", 0);
    say("b", "q", "hello");
    assertThat(ears.announcements()).containsEntry("b", "hello");
    for (int i = 0; i < 100; i++) {
      announcements.lost("invented-" + i);
    }
    assertThat(ears.announcements()).containsEntry("b", "hello");
  }

  @Test
  void areToldFirstIfTheyUseTheNameOfThoseWhoListen() {
    announcements.join("m", ears, ALL);
    for (String device : List.of("a", "m", "z", "another", "yet another")) {
      say(device, "q", "hello");
    }
    announcements.alive("q", 0);
    assertThat(ears.announcements().keySet()).hasSize(5).first().isEqualTo("m");
  }

  @Test
  void endWhenThereHasBeenNoSignOfLife() {
    announcements.join("me", ears, ALL);
    announcements.alive("p", 10);
    announcements.alive("q", 30);
    say("a", "p", "hello");
    say("b", "q", "hello");
    announcements.sweep(20);
    assertThat(ears.announcements()).containsEntry("a", "").containsEntry("b", "hello");
  }
}

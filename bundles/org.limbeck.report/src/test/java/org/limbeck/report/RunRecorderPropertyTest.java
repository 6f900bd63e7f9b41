package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunRestored;

/** A run that is cut short anywhere and goes on is recorded as one that is not. */
class RunRecorderPropertyTest {
  private static final long TICK = 1_000;
  private static final List<RunEvent> EVENTS = SwappedRun.events(40);

  private final List<Evaluation> seen = new ArrayList<>();
  private long now;

  @Property(tries = 60)
  void aRestoredRecorderGoesOn(
      @ForAll @IntRange(min = 1, max = 600) int first,
      @ForAll @IntRange(min = 1, max = 600) int second)
      throws IOException {
    goOn(List.of(Math.min(first, second), Math.max(first, second)));
  }

  @Property(tries = 1)
  void everyEventIsAPlaceToStop() throws IOException {
    for (int cut = 1; cut < EVENTS.size(); cut++) {
      goOn(List.of(cut));
    }
  }

  private void goOn(List<Integer> cuts) throws IOException {
    List<Evaluation> expectedSeen = new ArrayList<>();
    RunRecorder whole = recorder(SwappedRun.STARTED, expectedSeen);
    RunRecorder recorder = recorder(SwappedRun.STARTED, seen);
    for (int i = 0; i < EVENTS.size(); i++) {
      if (cuts.contains(i)) {
        recorder = restored(recorder, i);
      }
      now += TICK;
      whole.on(EVENTS.get(i));
      recorder.on(EVENTS.get(i));
    }
    assertThat(recorder.record()).isEqualTo(whole.record());
    assertThat(seen).isEqualTo(expectedSeen);
  }

  /**
   * Time that passes, and a clock that begins elsewhere, between the checkpoint and the resumption
   * do not count.
   */
  private RunRecorder restored(RunRecorder recorder, int done) throws IOException {
    byte[] state = saved(recorder);
    assertThat(saved(recorder)).as("saving changes nothing").isEqualTo(state);
    long elsewhere = 123_456 - now;
    RunRecorder other =
        new RunRecorder(SwappedRun.STARTED.plusSeconds(9), () -> now + elsewhere, seen::add);
    seen.clear();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(state));
    other.restore(in);
    assertThat(in.read()).as("all was read").isEqualTo(-1);
    other.on(EVENTS.get(0));
    other.on(new RunRestored(rounds(done)));
    return other;
  }

  private static long rounds(int done) {
    return EVENTS.subList(0, done).stream().filter(RoundCompleted.class::isInstance).count();
  }

  private static byte[] saved(RunRecorder recorder) {
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    try {
      recorder.save(new DataOutputStream(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return state.toByteArray();
  }

  private RunRecorder recorder(Instant startedAt, List<Evaluation> sink) {
    return new RunRecorder(startedAt, () -> now, sink::add);
  }
}

package org.limbeck.report.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.report.DatedChange;
import org.limbeck.report.DeviceMetrics;
import org.limbeck.report.Evaluation;
import org.limbeck.report.RunRecord;
import org.limbeck.report.RunRecorder;
import org.limbeck.report.SwapRecord;
import org.limbeck.report.SwappedRun;

/** A run in which device-3 leaves, device-9 joins, and others get new models; and its parts. */
class SwappedPartsTest {
  private static final Set<String> LEFT = Set.of("device-1", "device-2", "device-3", "device-4");
  private static final Set<String> RIGHT =
      Set.of("device-5", "device-6", "device-7", "device-8", "device-9");
  private static final float[] SAME = {0.5f, 0.5f};
  private static final List<RunEvent> EVENTS = SwappedRun.events(25);

  private final RunRecord whole = record(EVENTS.stream());
  private final RunRecord left = record(part(LEFT));
  private final RunRecord right = record(part(RIGHT));

  @Test
  void eachPartKnowsOfItsOwn() {
    assertThat(left.part()).containsExactly("device-1", "device-2", "device-4");
    assertThat(left.departed()).isEqualTo(whole.departed()).hasSize(1);
    assertThat(right.part())
        .containsExactly("device-5", "device-6", "device-7", "device-8", "device-9");
    assertThat(right.departed()).isEmpty();
  }

  @Test
  void changesOnTheWayAreJoined() throws PartsException {
    RunRecord joined = new RecordJoin(List.of(right, left)).join();

    assertThat(joined.departed()).isEqualTo(whole.departed());
    assertThat(joined.network()).isEqualTo(whole.network());
    assertThat(joined.rounds()).isEqualTo(whole.rounds());
    assertThat(joined.evaluations())
        .map(RecordJoinView::of)
        .isEqualTo(whole.evaluations().stream().map(RecordJoinView::of).toList());
    assertThat(joined.swaps()).hasSameSizeAs(whole.swaps());
    for (int n = 0; n < whole.swaps().size(); n++) {
      SwapRecord expected = whole.swaps().get(n);
      SwapRecord swap = joined.swaps().get(n);
      assertThat(swap.changes()).isEqualTo(expected.changes());
      assertThat(swap.recoveredAtRound()).isEqualTo(expected.recoveredAtRound());
      if (expected.accuracyBefore() == null) {
        assertThat(swap.accuracyBefore()).isNull();
      } else {
        assertThat(swap.accuracyBefore()).isCloseTo(expected.accuracyBefore(), within(1e-12));
      }
    }
    assertThat(joined.swaps().get(1).recoveredAtRound()).isEqualTo(325);
  }

  @Test
  void partsAreChangedAlike() {
    RunRecord other = record(part(LEFT).filter(e -> !(e instanceof Rewired r && r.round() == 275)));
    assertThatExceptionOfType(PartsException.class)
        .isThrownBy(() -> new RecordJoin(List.of(right, other)).join())
        .withMessageContaining("the parts have been changed in different ways")
        .withMessageContaining("275 codec: float32 -> int4");
  }

  /** What joining keeps of an evaluation without comparing devices. */
  private record RecordJoinView(
      long round, List<DatedChange> changes, List<DeviceMetrics> devices) {
    static RecordJoinView of(Evaluation evaluation) {
      return new RecordJoinView(
          evaluation.round(),
          evaluation.changes(),
          evaluation.devices().stream().map(device -> device.compared(0, 0)).toList());
    }
  }

  private static RunRecord record(Stream<RunEvent> events) {
    RunRecorder recorder = new RunRecorder(Instant.EPOCH, () -> 0);
    events.forEach(recorder::on);
    return recorder.record();
  }

  private static Stream<RunEvent> part(Set<String> here) {
    return EVENTS.stream().flatMap(event -> part(event, here));
  }

  private static Stream<RunEvent> part(RunEvent event, Set<String> here) {
    if (event instanceof RoundCompleted completed) {
      return Stream.of(
          new RoundCompleted(
              completed.round(),
              completed.devices().stream().filter(d -> here.contains(d.device())).toList()));
    }
    if (event instanceof RoundEvaluated evaluated) {
      RoundEvaluated own =
          new RoundEvaluated(
              evaluated.round(),
              evaluated.devices().stream().filter(d -> here.contains(d.device())).toList());
      return Stream.of(
          new DecisionsTaken(
              own.round(),
              own.devices().stream()
                  .map(d -> new DeviceDecisions(d.device(), 2, SAME, SAME))
                  .toList()),
          own);
    }
    return Stream.of(event);
  }
}

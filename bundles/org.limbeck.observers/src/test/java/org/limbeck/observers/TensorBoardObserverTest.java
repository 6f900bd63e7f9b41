package org.limbeck.observers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.observer.ObservedRun;
import org.limbeck.api.observer.OpenObserver;

class TensorBoardObserverTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochMilli(1_500_000_000_250L), ZoneOffset.UTC);

  private Path folder;
  private Path path;

  @BeforeEach
  void place(@TempDir Path temporary) {
    folder = temporary;
    path = temporary.resolve(TensorBoard.FILE);
  }

  @Test
  void thePlugInWritesIntoTheFolderOfTheRun() throws IOException {
    try (OpenObserver observer = new TensorBoard(2).open(new ObservedRun(folder, Map.of()))) {
      SampleEvents.run().forEach(observer::on);
    }
    assertThat(EventReader.read(path)).extracting(EventReader.Event::step).contains(6L);
    assertThatThrownBy(() -> new TensorBoard(-1)).hasMessage("devices is 0 to 10000, not -1");
  }

  @Test
  void everyEvaluationIsAnEvent() throws IOException {
    try (TensorBoardObserver observer = open()) {
      SampleEvents.run().forEach(observer::on);
    }
    List<EventReader.Event> events = EventReader.read(path);
    assertThat(events).extracting(EventReader.Event::step).containsExactly(0L, 0L, 2L, 4L, 6L);
    assertThat(events).extracting(EventReader.Event::seconds).containsOnly(1_500_000_000.25);
    assertThat(events.get(0).version()).isEqualTo("brain.Event:2");
    assertThat(events.get(0).scalars()).isEmpty();
    assertThat(events.get(2).version()).isEmpty();
    assertThat(events.get(2).scalars())
        .containsEntry("accuracy/mean", 0.125f)
        .containsEntry("loss/local", 0.75f)
        .containsEntry("bytes/payload", 603f);
  }

  @Test
  void aRunThatGoesOnNeitherRepeatsNorLosesARound() throws IOException {
    try (TensorBoardObserver whole = open()) {
      SampleEvents.run().forEach(whole::on);
    }
    byte[] expected = Files.readAllBytes(path);
    Files.delete(path);
    ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
    try (TensorBoardObserver cutShort = open()) {
      cutShort.on(SampleEvents.START);
      cutShort.on(SampleEvents.evaluation(0, 0.1, 0.2));
      SampleEvents.rounds(0, 3).forEach(cutShort::on);
      cutShort.save(new DataOutputStream(checkpoint));
      SampleEvents.rounds(3, 5).forEach(cutShort::on);
    }
    try (TensorBoardObserver resumed = open()) {
      resumed.restore(new DataInputStream(new ByteArrayInputStream(checkpoint.toByteArray())));
      resumed.on(SampleEvents.START);
      resumed.on(new RunRestored(3));
      SampleEvents.rounds(3, 6).forEach(resumed::on);
    }
    assertThat(Files.readAllBytes(path)).isEqualTo(expected);
  }

  @Test
  void aRunThatBeginsAnewLeavesNothingOfTheOneBefore() throws IOException {
    try (TensorBoardObserver former = open()) {
      SampleEvents.run().forEach(former::on);
    }
    try (TensorBoardObserver latter = open()) {
      latter.on(SampleEvents.START);
      latter.on(SampleEvents.evaluation(0, 0.1, 0.2));
    }
    assertThat(EventReader.read(path)).extracting(EventReader.Event::step).containsExactly(0L, 0L);
  }

  private TensorBoardObserver open() throws IOException {
    return new TensorBoardObserver(ContinuedFile.open(path), new RunFigures(3), CLOCK);
  }
}

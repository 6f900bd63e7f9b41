package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.FakeNetwork;
import org.limbeck.testkit.fixture.Graphs;

/** What every {@link Algorithm} and its participants promise, tried on fake devices on a ring. */
public abstract class AlgorithmContract {
  private static final Graph RING = Graphs.ring(5);
  private static final int SOME = 12;

  /** Returns the algorithm under test, with a step size at which softmax regressions learn. */
  protected abstract Algorithm algorithm();

  /** Returns how many rounds of 2 steps on 4 rows a device may take to learn easy data. */
  protected int patience() {
    return 100;
  }

  /** Returns whether every device makes training steps in every round. */
  protected boolean trainsInEveryRound() {
    return true;
  }

  @Test
  void everyDeviceLearns() {
    AlgorithmRun run = run(RING).rounds(0, patience());
    for (FakeDevice device : run.devices()) {
      assertThat(run.accuracy(device.number()))
          .as("test accuracy of %s after %d rounds", device.id(), patience())
          .isGreaterThan(0.8);
    }
  }

  @Test
  void everyRoundRecordsItsLosses() {
    AlgorithmRun run = run(RING);
    for (int round = 0; round < SOME; round++) {
      run.rounds(round, round + 1);
      for (Losses losses : run.losses()) {
        assertThat(losses.local()).as("local loss of round %d", round).isFinite().isNotNegative();
        assertThat(losses.local() > 0 || !trainsInEveryRound())
            .as("round %d has a local loss", round)
            .isTrue();
        assertThat(losses.distillation()).as("distillation loss").isFinite().isNotNegative();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    Algorithm algorithm = algorithm();
    float[][] first = new AlgorithmRun(algorithm, RING).rounds(0, SOME).decisions();
    assertThat(new AlgorithmRun(algorithm, RING).rounds(0, SOME).decisions())
        .as("run again")
        .isDeepEqualTo(first);
    assertThat(run(RING).rounds(0, SOME).decisions())
        .as("run by another instance")
        .isDeepEqualTo(first);
  }

  @Test
  void theOrderOfTheDevicesDoesNotMatter() {
    float[][] forwards = run(RING).rounds(0, SOME).decisions();
    assertThat(run(RING).rounds(0, SOME, true).decisions()).isDeepEqualTo(forwards);
  }

  @Test
  void aDeviceDoesNotWaitForItsNeighbours() {
    AlgorithmRun run = run(RING);
    for (int round = 0; round < SOME; round++) {
      run.begin(0, round);
      run.finish(0, round);
      assertThat(run.losses().get(0).local()).isFinite();
    }
    run.rounds(SOME, SOME + 3);
  }

  /** Devices that are in step need not ask, as they are never told to wait. */
  @Test
  void aDeviceThatDoesNotWaitKeepsSilentWhenItIsTold() {
    assumeTrue(algorithm().isAsynchronous(), "its devices are in step");
    AlgorithmRun run = run(RING).rounds(0, SOME);
    run.network().open(false);
    int before = run.network().sent(0);
    run.rounds(SOME, 2 * SOME);
    assertThat(run.network().sent(0)).as("frames sent until then").isEqualTo(before);
    run.network().open(true);
    run.rounds(2 * SOME, 2 * SOME + patience());
    for (FakeDevice device : run.devices()) {
      assertThat(run.accuracy(device.number())).as("test accuracy").isGreaterThan(0.8);
    }
  }

  @Test
  void aDeviceWithoutNeighboursLearns() {
    AlgorithmRun run = run(Graphs.ring(1)).rounds(0, patience());
    assertThat(run.accuracy(0)).as("test accuracy").isGreaterThan(0.8);
  }

  @Test
  void allDevicesOpenTheSameChannels() {
    AlgorithmRun run = run(RING).rounds(0, 1);
    FakeNetwork network = run.network();
    for (FakeDevice device : run.devices()) {
      assertThat(network.channels(device.number())).isEqualTo(network.channels(0));
    }
  }

  @Test
  void goesOnFromASavedStateAsIfNothingHadHappened() {
    AlgorithmRun original = run(RING).rounds(0, SOME);
    AlgorithmRun restored = run(RING).restore(original);
    assertThat(restored.rounds(SOME, 2 * SOME).decisions())
        .isDeepEqualTo(original.rounds(SOME, 2 * SOME).decisions());
  }

  @Test
  void savingChangesNothing() {
    AlgorithmRun saved = run(RING).rounds(0, SOME);
    for (Participant participant : saved.participants()) {
      assertThat(StateChecks.save(participant)).isEqualTo(StateChecks.save(participant));
    }
    assertThat(saved.rounds(SOME, 2 * SOME).decisions())
        .isDeepEqualTo(run(RING).rounds(0, 2 * SOME).decisions());
  }

  @Test
  void restoringReadsExactlyWhatWasSaved() throws IOException {
    byte[] state = StateChecks.save(run(RING).rounds(0, SOME).participants().get(0));
    StateChecks.assertReadsExactlyItsOwn(() -> run(RING).participants().get(0), state);
  }

  @Test
  void refusesAStateThatEndsEarly() {
    byte[] state = StateChecks.save(run(RING).rounds(0, SOME).participants().get(0));
    StateChecks.assertRefusesTruncated(() -> run(RING).participants().get(0), state);
  }

  @Test
  void theFullLessonHasEveryPrivateRow() {
    AlgorithmRun run = run(RING).rounds(0, SOME);
    for (FakeDevice device : run.devices()) {
      Lesson lesson = run.participants().get(device.number()).fullLesson();
      assertThat(rows(lesson.inputs(), lesson.labels()))
          .as("the private rows of %s, each with its label", device.id())
          .containsExactlyInAnyOrderElementsOf(rows(device.data()));
    }
  }

  @Test
  void theFullLessonAimsAtTheSimplex() {
    AlgorithmRun run = run(RING).rounds(0, SOME);
    for (Participant participant : run.participants()) {
      Block targets = participant.fullLesson().targets();
      for (int row = 0; row < targets.rows(); row++) {
        float sum = 0;
        for (int k = 0; k < FakeDevices.CLASSES; k++) {
          float target = targets.values()[row * FakeDevices.CLASSES + k];
          assertThat(target).as("class %d of a target", k).isFinite().isNotNegative();
          sum += target;
        }
        assertThat(sum).as("the sum of a target").isCloseTo(1, within(1e-4f));
      }
    }
  }

  @Test
  void theFullLessonPairsReferenceRowsWithTargets() {
    AlgorithmRun run = run(RING).rounds(0, SOME);
    for (FakeDevice device : run.devices()) {
      Lesson lesson = run.participants().get(device.number()).fullLesson();
      Block inputs = lesson.referenceInputs();
      assertThat(lesson.targets().width()).as("classes").isEqualTo(FakeDevices.CLASSES);
      assertThat(lesson.regularization()).as("ρ").isNotNegative();
      assertThat(Blocks.ids(lesson.targets())).isEqualTo(Blocks.ids(inputs));
      assertThat(Blocks.ids(inputs)).doesNotHaveDuplicates();
      for (int i = 0; i < inputs.rows(); i++) {
        float[] row = new float[inputs.width()];
        device.reference().read(inputs.ids()[i], row, 0);
        assertThat(features(inputs, i)).isEqualTo(boxed(row));
      }
    }
  }

  @Test
  void rowsNeverExchangedAreNoTarget() {
    AlgorithmRun run = run(RING);
    for (int round = 0; round < 4; round++) {
      for (FakeDevice device : run.devices()) {
        Lesson lesson = run.participants().get(device.number()).fullLesson();
        for (int row : Blocks.ids(lesson.targets())) {
          assertThat(run.network().hasSpokenOf(device.number(), row))
              .as("%s has exchanged row %d before round %d", device.id(), row, round)
              .isTrue();
        }
      }
      run.rounds(round, round + 1);
    }
  }

  @Test
  void askingForTheFullLessonChangesNothing() {
    AlgorithmRun asked = run(RING);
    for (int round = 0; round < SOME; round++) {
      asked.participants().forEach(Participant::fullLesson);
      asked.rounds(round, round + 1);
    }
    assertThat(asked.decisions()).isDeepEqualTo(run(RING).rounds(0, SOME).decisions());
  }

  private AlgorithmRun run(Graph graph) {
    return new AlgorithmRun(algorithm(), graph);
  }

  private static List<List<Object>> rows(Block inputs, int[] labels) {
    return IntStream.range(0, inputs.rows())
        .mapToObj(row -> List.<Object>of(labels[row], features(inputs, row)))
        .toList();
  }

  private static List<List<Object>> rows(LabelledRows data) {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < data.rows(); row++) {
      float[] values = new float[FakeDevices.SHAPE.features()];
      data.read(row, values, 0);
      rows.add(List.of(data.label(row), boxed(values)));
    }
    return rows;
  }

  private static List<Float> features(Block inputs, int row) {
    int width = inputs.width();
    return boxed(Arrays.copyOfRange(inputs.values(), row * width, (row + 1) * width));
  }

  private static List<Float> boxed(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }
}

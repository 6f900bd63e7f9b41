package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.algorithms.DistributedDistillation.Options;
import org.limbeck.api.Block;
import org.limbeck.api.Simplex;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** The lesson of all rows, by which objectives are reported. */
class FullDistillationLessonTest {
  private static final StepSize STEP_SIZE = new StepSize(0.5f, 0.25f, StepSize.Schedule.INVERSE);
  private static final int BATCH = 5;

  private final DistillationRing ring = new DistillationRing();
  private final RecordingDevice device = ring.device();

  @Test
  void theFullLessonIsOfPrivateRowsAtFirst() {
    ring.join(options(DistillationLoss.SQUARED));
    Lesson lesson = ring.learner().fullLesson();
    assertThat(rows(lesson.inputs())).isEqualTo(IntStream.range(0, 12).boxed().toList());
    assertThat(lesson.referenceInputs().rows()).isZero();
    assertThat(lesson.targets().rows()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void theFullLessonIsOfAllPrivateAndAllExchangedRows(DistillationLoss loss) {
    ring.join(options(loss));
    ring.run(0, 4);
    Set<Integer> exchanged = new TreeSet<>();
    device.frames().forEach(frame -> exchanged.addAll(frame.rows()));
    assertThat(exchanged).hasSizeBetween(BATCH + 1, 20);

    Lesson lesson = ring.learner().fullLesson();

    assertThat(rows(lesson.inputs())).isEqualTo(IntStream.range(0, 12).boxed().toList());
    for (int row = 0; row < 12; row++) {
      assertThat(lesson.labels()[row]).isEqualTo(device.data().label(row));
    }
    assertThat(rows(lesson.referenceInputs())).containsExactlyElementsOf(exchanged);
    assertThat(rows(lesson.targets())).containsExactlyElementsOf(exchanged);
    assertThat(lesson.loss()).isEqualTo(loss);
    assertThat(lesson.regularization()).isEqualTo(3);
    for (int i = 0; i < exchanged.size(); i++) {
      float[] z = new float[3];
      device.estimate().read(lesson.targets().ids()[i], z, 0);
      new Simplex(3).project(z, 0);
      assertThat(Arrays.copyOfRange(lesson.targets().values(), 3 * i, 3 * i + 3)).isEqualTo(z);
    }
  }

  private static Options options(DistillationLoss loss) {
    return new Options(3, loss, BATCH, 1, STEP_SIZE);
  }

  private static List<Integer> rows(Block block) {
    return IntStream.of(block.ids()).limit(block.rows()).boxed().toList();
  }
}

package org.limbeck.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;

class LessonTest {

  @Test
  void countsTheRowsOfBothBatchesAsTheyChange() {
    Block inputs = new Block(4, 3);
    Block reference = new Block(7, 3);
    Lesson lesson =
        new Lesson(inputs, new int[4], reference, new Block(7, 2), DistillationLoss.SQUARED, 1);
    assertThat(lesson.rows()).isZero();
    inputs.rows(2);
    reference.rows(5);
    assertThat(lesson.rows()).isEqualTo(7);
  }
}

package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.TestClassification;

class F1ScoresTest {
  @Test
  void scoresAreThoseWorkedOutByHand() {
    // class 0: 5 right, 1 missed, 2 taken for it wrongly; class 1: 6 right, 3 missed, 1 wrongly
    TestClassification known = matrix(3, 5, 1, 0, 1, 6, 2, 1, 0, 4);
    assertThat(F1Scores.of(known)).containsExactly(10 / 13.0, 12 / 16.0, 8 / 11.0);
    assertThat(F1Scores.macro(known)).isCloseTo((10 / 13.0 + 0.75 + 8 / 11.0) / 3, within(1e-12));
  }

  @Test
  void aClassThatIsNotThereAndNotSaidHasNoScore() {
    TestClassification known = matrix(3, 4, 0, 0, 2, 2, 0, 0, 0, 0);
    assertThat(F1Scores.of(known)).containsExactly(0.8, 4 / 6.0, Double.NaN);
    assertThat(F1Scores.macro(known)).isCloseTo((0.8 + 4 / 6.0) / 2, within(1e-12));
  }

  @Test
  void aClassThatIsThereOrSaidAndNeverRightHasAScoreOfZero() {
    assertThat(F1Scores.of(matrix(3, 4, 0, 1, 1, 0, 0, 0, 0, 0)))
        .containsExactly(8 / 10.0, 0.0, 0.0);
  }

  @Test
  void withoutTestRowsThereIsNoScore() {
    assertThat(F1Scores.macro(matrix(2, 0, 0, 0, 0))).isNaN();
    assertThat(F1Scores.macro(TestClassification.NONE)).isNaN();
  }

  private static TestClassification matrix(int classes, Integer... counts) {
    return new TestClassification(classes, List.of(counts), 0);
  }
}

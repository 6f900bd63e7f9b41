package org.limbeck.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestClassificationTest {
  @Test
  void rowsAreWhatIsTrueAndColumnsWhatIsSaid() {
    TestClassification known = new TestClassification(2, List.of(3, 1, 0, 4), 0.25);
    assertThat(known.count(0, 1)).isEqualTo(1);
    assertThat(known.count(1, 0)).isZero();
    assertThat(known.exists()).isTrue();
  }

  @Test
  void keepsWhatItWasMadeOf() {
    List<Integer> counts = new ArrayList<>(List.of(3, 1, 0, 4));
    TestClassification known = new TestClassification(2, counts, 0.25);
    counts.set(0, 9);
    assertThat(known.count(0, 0)).isEqualTo(3);
  }

  @Test
  void aMatrixIsSquare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestClassification(2, List.of(3, 1, 0), 0.25))
        .withMessage("a confusion matrix of 2 classes does not have 3 elements");
  }

  @Test
  void nothingIsKnownOfWhoSaysNothing() {
    assertThat(new DeviceEvaluation("a", 0.5, 0, 0, 0).classification())
        .isEqualTo(TestClassification.NONE);
    assertThat(TestClassification.NONE.exists()).isFalse();
  }
}

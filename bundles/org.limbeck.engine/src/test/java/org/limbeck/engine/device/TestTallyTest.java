package org.limbeck.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.limbeck.api.event.TestClassification;
import org.limbeck.api.privatedata.LabelledRows;

/** Every figure is worked out by hand. */
class TestTallyTest {
  private static final float[] DECISIONS = {
    0.5f, 0.25f, 0.25f, // sure by 0.5, in (7/15, 8/15]
    0.5f, 0.5f, 0, // the first of two that are as sure
    0.25f, 0.75f, 0, // sure by 0.75, in (11/15, 12/15]
    0, 1, 0, // sure by 1, in (14/15, 1]
    0, 0, 1
  };

  @Test
  void countsWhichClassesAreTakenForWhich() {
    TestTally tally = new TestTally(3, labelled(0, 2, 1, 0, 2), DECISIONS);
    assertThat(tally.accuracy()).isEqualTo(3 / 5.0);
    assertThat(tally.classification().classes()).isEqualTo(3);
    assertThat(tally.classification().confusion()).containsExactly(1, 1, 0, 0, 1, 0, 1, 0, 1);
  }

  @Test
  void theCalibrationErrorIsTheMeanGapOfItsBins() {
    // 2 rows by 0.5, 1 right: no gap; 1 by 0.75, right: 0.25; 2 by 1, 1 right: 2 · 0.5
    TestTally tally = new TestTally(3, labelled(0, 2, 1, 0, 2), DECISIONS);
    assertThat(tally.classification().calibrationError()).isCloseTo(1.25 / 5, within(1e-12));
  }

  @Test
  void gapsOfOneBinMayEvenOutAndThoseOfTwoDoNot() {
    float[] oneBin = {0.48f, 0.52f, 0.52f, 0.48f};
    float[] twoBins = {0.3f, 0.7f, 0.58f, 0.42f};
    assertThat(errorOf(oneBin)).isCloseTo(0.02, within(1e-7));
    assertThat(errorOf(twoBins)).isCloseTo((0.3 + 0.58) / 2, within(1e-7));
  }

  @Test
  void whoIsAlwaysSureErrsByWhatIsWrong() {
    float[] sure = {1, 0, 1, 0, 1, 0, 1, 0};
    TestClassification known = new TestTally(2, labelled(0, 1, 1, 0), sure).classification();
    assertThat(known.calibrationError()).isEqualTo(0.5);
  }

  @Test
  void ofNoRowsNothingIsKnown() {
    TestTally tally = new TestTally(2, labelled(), new float[0]);
    assertThat(tally.accuracy()).isNaN();
    assertThat(tally.classification().calibrationError()).isNaN();
  }

  @Test
  void probabilitiesThatAreNotNumbersHaveNoCalibration() {
    float[] broken = {Float.NaN, Float.NaN};
    TestTally tally = new TestTally(2, labelled(0), broken);
    assertThat(tally.accuracy()).isEqualTo(1);
    assertThat(tally.classification().calibrationError()).isNaN();
  }

  /** Of two rows of class 1, the first is right and the second wrong. */
  private static double errorOf(float[] decisions) {
    return new TestTally(2, labelled(1, 1), decisions).classification().calibrationError();
  }

  private static LabelledRows labelled(int... labels) {
    return new LabelledRows() {
      @Override
      public int rows() {
        return labels.length;
      }

      @Override
      public int label(int row) {
        return labels[row];
      }

      @Override
      public void read(int row, float[] into, int offset) {
        throw new UnsupportedOperationException("only labels are asked for");
      }
    };
  }
}

package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.limbeck.api.event.TestClassification;

class F1ScoresPropertyTest {
  private static final int CLASSES = 4;

  @Property(tries = 300)
  void aScoreIsTheHarmonicMeanOfPrecisionAndRecall(
      @ForAll @Size(CLASSES * CLASSES) List<@IntRange(max = 50) Integer> counts) {
    TestClassification known = new TestClassification(CLASSES, counts, 0);
    double[] scores = F1Scores.of(known);
    for (int k = 0; k < CLASSES; k++) {
      int of = k;
      double right = known.count(k, k);
      double recall = right / IntStream.range(0, CLASSES).map(j -> known.count(of, j)).sum();
      double precision = right / IntStream.range(0, CLASSES).map(j -> known.count(j, of)).sum();
      if (right > 0) {
        assertThat(scores[k])
            .isCloseTo(2 / (1 / precision + 1 / recall), within(1e-12))
            .isBetween(Math.min(precision, recall), Math.max(precision, recall) + 1e-12);
      } else {
        assertThat(scores[k]).matches(score -> score == 0 || Double.isNaN(score));
      }
    }
  }
}

package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
  /** Hours of sleep that ten patients gained by one drug more than by the other (Student, 1908). */
  private static final List<Double> SLEEP =
      List.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

  /** The interval is that of R's t.test(paired = TRUE). */
  @Test
  void theIntervalIsStudents() {
    PairedDifference difference = PairedDifference.of(SLEEP);

    assertThat(difference.mean()).isCloseTo(1.58, within(1e-12));
    assertThat(difference.low()).isCloseTo(0.7001142, within(1e-7));
    assertThat(difference.high()).isCloseTo(2.4598858, within(1e-7));
    assertThat(difference.pairs()).isEqualTo(10);
    assertThat(difference.isNone()).isFalse();
  }

  @Test
  void pairsAreOfTheSameSeed() {
    ComparedExperiment first = experiment(run(1, 0.5), run(2, 0.6), run(3, 0.7), run(9, 0));
    ComparedExperiment other = experiment(run(3, 0.73), run(1, 0.51), run(2, 0.62), run(8, 1));

    PairedDifference difference = new ExperimentDifference(first, other).accuracy();

    assertThat(difference.pairs()).isEqualTo(3);
    assertThat(difference.mean()).isCloseTo(0.02, within(1e-12));
    assertThat(difference.high() - difference.mean())
        .as("t(0.975, 2) s / sqrt(3)")
        .isCloseTo(4.302653 * 0.01 / Math.sqrt(3), within(1e-8));
  }

  @Test
  void anIntervalWithZeroIsNoDifference() {
    assertThat(PairedDifference.of(List.of(-0.1, 0.2, 0.1)).isNone()).isTrue();
    assertThat(PairedDifference.of(List.of(0.0, 0.0)).isNone()).isTrue();
    assertThat(PairedDifference.of(List.of(3.0, 3.0)).isNone()).isFalse();
  }

  @Test
  void onePairHasNoInterval() {
    PairedDifference difference = PairedDifference.of(List.of(0.0));

    assertThat(difference.mean()).isZero();
    assertThat(difference.hasInterval()).isFalse();
    assertThat(difference.isNone()).isFalse();
  }

  @Test
  void withoutAPairThereIsNoDifference() {
    PairedDifference difference =
        new ExperimentDifference(experiment(run(1, 0.5)), experiment(run(2, 0.5))).accuracy();

    assertThat(difference.mean()).isNaN();
    assertThat(DifferenceFormat.points(difference)).isEqualTo("–");
  }

  @Test
  void differencesAreReadable() {
    assertThat(points(0.0123, 0.0041, 0.0205, 5)).isEqualTo("+1.2 (0.4 to 2.1) points");
    assertThat(points(-0.0123, -0.0205, 0.0001, 5)).isEqualTo("none: −1.2 (−2.1 to 0.0) points");
    assertThat(points(-0.01, Double.NaN, Double.NaN, 1)).isEqualTo("−1.0 points (one pair)");
    assertThat(plain(DifferenceFormat.bytes(new PairedDifference(-2000, -2100, -1900, 3))))
        .isEqualTo("−2.00 (−2.10 to −1.90) kB");
    assertThat(plain(DifferenceFormat.bytes(new PairedDifference(0, 0, 0, 3)))).isEqualTo("none");
    assertThat(plain(DifferenceFormat.bytes(new PairedDifference(50_000, 50_000, 50_000, 3))))
        .isEqualTo("+50.0 kB");
    assertThat(plain(DifferenceFormat.seconds(new PairedDifference(2, -1, 5, 3))))
        .isEqualTo("none: +2.0 (−1.0 to 5.0) s");
  }

  private static String points(double mean, double low, double high, int pairs) {
    return plain(DifferenceFormat.points(new PairedDifference(mean, low, high, pairs)));
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  private static ComparedExperiment experiment(ComparedRun... runs) {
    return new ComparedExperiment("any", List.of(runs));
  }

  private static ComparedRun run(long seed, double accuracy) {
    return SampleComparedRun.of("any", seed, accuracy, 10, List.of());
  }
}

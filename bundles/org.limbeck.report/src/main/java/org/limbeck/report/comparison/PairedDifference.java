package org.limbeck.report.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much a figure of one experiment differs from that of another, over the seeds that both have
 * runs with, and the confidence interval of the mean: d ± t s / √n, with s the sample standard
 * deviation of the n differences and t the quantile of Student's distribution with n − 1 degrees of
 * freedom (Student, <i>The probable error of a mean</i>, Biometrika 6, 1908).
 *
 * @param mean the mean difference; NaN if there is no pair, or one without the figure
 * @param low where the interval begins; NaN for fewer than two pairs
 * @param high where it ends; NaN likewise
 * @param pairs how many seeds both have
 */
public record PairedDifference(double mean, double low, double high, int pairs) {
  /** How probable it is that an interval holds the true difference. */
  public static final double CONFIDENCE = 0.95;

  /**
   * Returns the difference between two experiments.
   *
   * @param figure takes the figure from a run; NaN where there is none
   */
  static PairedDifference between(
      ComparedExperiment baseline, ComparedExperiment other, ToDoubleFunction<ComparedRun> figure) {
    Map<Long, Double> before = new HashMap<>();
    baseline.runs().forEach(run -> before.put(seed(run), figure.applyAsDouble(run)));
    return of(
        other.runs().stream()
            .filter(run -> before.containsKey(seed(run)))
            .map(run -> figure.applyAsDouble(run) - before.get(seed(run)))
            .toList());
  }

  /** Returns the mean of some differences, and its interval. */
  static PairedDifference of(List<Double> differences) {
    Spread spread = Spread.of(differences);
    int pairs = spread.count();
    if (pairs < 2) {
      return new PairedDifference(spread.mean(), Double.NaN, Double.NaN, pairs);
    }
    double quantile = TDistribution.of(pairs - 1).inverseSurvivalProbability((1 - CONFIDENCE) / 2);
    double reach = quantile * spread.deviation() / Math.sqrt(pairs);
    return new PairedDifference(spread.mean(), spread.mean() - reach, spread.mean() + reach, pairs);
  }

  /** Returns whether there is an interval. */
  public boolean hasInterval() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Returns whether there is an interval and 0 lies in it: no difference has been found. */
  public boolean isNone() {
    return hasInterval() && low <= 0 && high >= 0;
  }

  private static long seed(ComparedRun run) {
    return run.summary().setup().seed();
  }
}

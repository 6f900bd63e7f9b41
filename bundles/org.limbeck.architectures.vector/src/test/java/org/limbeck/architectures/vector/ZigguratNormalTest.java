package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ZigguratNormalTest {
  private static final int COUNT = 1_000_000;

  private static final double[] SAMPLE = sample();

  /** The odd moments are 0, and the even ones 1, 3 and 15. */
  @Test
  void hasTheMomentsOfTheNormalDistribution() {
    assertThat(moment(1)).isCloseTo(0, within(0.004));
    assertThat(moment(2)).isCloseTo(1, within(0.006));
    assertThat(moment(3)).isCloseTo(0, within(0.016));
    assertThat(moment(4)).isCloseTo(3, within(0.04));
    assertThat(moment(6)).isCloseTo(15, within(0.4));
  }

  /** Quantiles of the normal distribution, the last ones in the tail beyond the layers. */
  @Test
  void hasItsQuantiles() {
    assertThat(shareBelow(0)).isCloseTo(0.5, within(0.002));
    assertThat(shareBelow(-0.2533471)).isCloseTo(0.4, within(0.002));
    assertThat(shareBelow(1)).isCloseTo(0.8413447, within(0.0015));
    assertThat(shareBelow(1.959964)).isCloseTo(0.975, within(0.0006));
    assertThat(shareBelow(-2.326348)).isCloseTo(0.01, within(0.0004));
    assertThat(COUNT * shareBelow(-3.442620)).isCloseTo(288, within(68.0));
    assertThat(COUNT * (1 - shareBelow(3.719016))).isCloseTo(100, within(40.0));
  }

  private static double moment(int power) {
    return Arrays.stream(SAMPLE).map(x -> Math.pow(x, power)).average().orElseThrow();
  }

  private static double shareBelow(double x) {
    return (double) Arrays.stream(SAMPLE).filter(value -> value < x).count() / COUNT;
  }

  private static double[] sample() {
    ZigguratNormal normal = new ZigguratNormal();
    SplittableRandom random = new SplittableRandom(5);
    double[] sample = new double[COUNT];
    Arrays.setAll(sample, i -> normal.next(random));
    return sample;
  }
}

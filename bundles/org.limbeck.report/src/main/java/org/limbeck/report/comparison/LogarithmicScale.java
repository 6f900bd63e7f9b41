package org.limbeck.report.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal ratios are equally long.
 *
 * @param from its beginning, above 0
 * @param to its end, above its beginning
 */
record LogarithmicScale(double from, double to) implements Scale {
  private static final double NARROW = 5;
  private static final int MANY_DECADES = 2;

  @Override
  public double place(double value) {
    return Math.log(value / from) / Math.log(to / from);
  }

  @Override
  public boolean has(double value) {
    return Double.isFinite(value) && value > 0;
  }

  @Override
  public List<Double> ticks() {
    if (to / from < NARROW) {
      return new LinearScale(from, to).ticks();
    }
    boolean many = Math.log10(to / from) > MANY_DECADES;
    int[] factors = many ? new int[] {1} : new int[] {1, 2, 5};
    List<Double> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(Math.log10(from)); Math.pow(10, decade) <= to; decade++) {
      for (int factor : factors) {
        double tick = factor * Math.pow(10, decade);
        if (tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}

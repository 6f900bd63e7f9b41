package org.limbeck.report.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal differences are equally long.
 *
 * @param from its beginning
 * @param to its end, above its beginning
 */
record LinearScale(double from, double to) implements Scale {
  private static final int TICKS = 6;

  @Override
  public double place(double value) {
    return (value - from) / (to - from);
  }

  @Override
  public boolean has(double value) {
    return Double.isFinite(value);
  }

  @Override
  public List<Double> ticks() {
    double step = step((to - from) / TICKS);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Returns the next of 1, 2 and 5 times a power of ten. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}

package org.limbeck.report.comparison;

import java.util.List;

/** Maps values to a length. */
sealed interface Scale permits LinearScale, LogarithmicScale {

  /** Returns where a value lies: 0 at the beginning of the scale, 1 at its end. */
  double place(double value);

  /** Returns whether a value has a place at all. */
  boolean has(double value);

  /** Returns round values within the scale, in ascending order. */
  List<Double> ticks();
}

package org.limbeck.report.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What no other choice beats: none costs as little or less and gains more. */
final class ParetoFront {

  /**
   * A choice.
   *
   * @param cost what it costs: less is better
   * @param gain what it gains: more is better
   */
  record Point(double cost, double gain) {}

  private ParetoFront() {}

  /** Returns the front, by rising cost and gain; of equal choices one. */
  static List<Point> of(Collection<Point> points) {
    List<Point> front = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (Point point :
        points.stream()
            .sorted(
                Comparator.comparingDouble(Point::cost)
                    .thenComparing(Comparator.comparingDouble(Point::gain).reversed()))
            .toList()) {
      if (point.gain() > best) {
        front.add(point);
        best = point.gain();
      }
    }
    return front;
  }
}

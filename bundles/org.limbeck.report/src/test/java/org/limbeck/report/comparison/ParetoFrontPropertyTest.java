package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.limbeck.report.comparison.ParetoFront.Point;

class ParetoFrontPropertyTest {

  @Property
  void everyPointIsOnTheFrontOrBeatenByOneThatIs(@ForAll("points") List<Point> points) {
    List<Point> front = ParetoFront.of(points);
    assertThat(points).containsAll(front);
    for (Point point : points) {
      assertThat(front)
          .anyMatch(other -> other.cost() <= point.cost() && other.gain() >= point.gain());
    }
  }

  @Property
  void noPointOfTheFrontBeatsAnother(@ForAll("points") List<Point> points) {
    List<Point> front = ParetoFront.of(points);
    for (int i = 1; i < front.size(); i++) {
      assertThat(front.get(i).cost()).isGreaterThan(front.get(i - 1).cost());
      assertThat(front.get(i).gain()).isGreaterThan(front.get(i - 1).gain());
    }
  }

  @Provide
  Arbitrary<List<Point>> points() {
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 9);
    return Combinators.combine(few, few)
        .as((cost, gain) -> new Point(cost, gain / 10.0))
        .list()
        .ofMaxSize(20);
  }
}

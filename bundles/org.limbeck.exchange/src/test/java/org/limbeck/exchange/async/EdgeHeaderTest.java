package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.neighbours.Neighbour;

class EdgeHeaderTest {

  @Test
  void refusesNeighboursThatItCannotTellApart() {
    EdgeHeader.requireDistinct(neighbours("device-1", "device-2", "Aa", "BB"));
    assertThatThrownBy(
            () -> EdgeHeader.requireDistinct(neighbours("device-110954", "a", "device-119766")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("device-110954", "device-119766", "rename one of them");
  }

  private static List<Neighbour> neighbours(String... ids) {
    return Stream.of(ids).map(id -> new Neighbour(id, 0.5f)).toList();
  }
}

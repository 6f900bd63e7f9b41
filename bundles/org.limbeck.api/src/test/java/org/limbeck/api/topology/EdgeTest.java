package org.limbeck.api.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTest {

  @Test
  void hasTheSmallerVertexFirst() {
    Edge edge = new Edge(5, 2);
    assertThat(edge.a()).isEqualTo(2);
    assertThat(edge.b()).isEqualTo(5);
    assertThat(edge).isEqualTo(new Edge(2, 5)).hasSameHashCodeAs(new Edge(2, 5));
  }

  @ParameterizedTest
  @CsvSource({"3,3", "-1,2", "2,-1"})
  void joinsTwoDifferentVertices(int a, int b) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Edge(a, b))
        .withMessage("no edge joins vertex " + a + " to vertex " + b);
  }

  @Test
  void isOrderedByTheSmallerVertexAndThenTheLarger() {
    assertThat(Stream.of(new Edge(1, 10), new Edge(2, 3), new Edge(0, 9), new Edge(1, 2)).sorted())
        .containsExactly(new Edge(0, 9), new Edge(1, 2), new Edge(1, 10), new Edge(2, 3));
    assertThat(new Edge(4, 6)).isEqualByComparingTo(new Edge(6, 4));
  }
}

package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.Graphs;

/** Whether exchanging differences converges with the γ that a codec states. */
interface GossipTests extends CodecTests {

  @Test
  default void allowsAMixingStepAboveZeroAndAtMostOne() {
    for (int width = 1; width <= 1000; width++) {
      assertThat(lab().codec().gamma(width))
          .as("γ for rows of %d", width)
          .isGreaterThan(0)
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  default void convergesWithItsMixingStep() throws Exception {
    Assumptions.assumeTrue(lab().codec().codesDifferences(), "codes no differences");
    for (int width : new int[] {2, 10, 33}) {
      assertConverges("ring", Graphs.ring(8), width);
    }
    assertConverges("path", Graphs.path(6), 10);
    assertConverges("complete graph", Graphs.complete(6), 10);
  }

  private void assertConverges(String name, Graph graph, int width) throws Exception {
    CodedConsensus consensus = new CodedConsensus(lab().codec(), graph, 20, width);
    double before = consensus.disagreement();
    float gamma = lab().codec().gamma(width);
    consensus.run((int) (200 / gamma), gamma);
    assertThat(consensus.disagreement())
        .as(
            "disagreement of %d devices on a %s about rows of %d with γ = %s; %s at first",
            graph.size(), name, width, gamma, before)
        .isLessThan(0.01 * before);
  }
}

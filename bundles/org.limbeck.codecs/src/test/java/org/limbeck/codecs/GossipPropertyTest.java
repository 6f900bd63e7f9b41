package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.CodedConsensus;
import org.limbeck.testkit.fixture.Graphs;

/** With which mixing steps exchanging differences converges. */
class GossipPropertyTest {
  private static final int ROWS = 4;

  @Property(tries = 150)
  void convergesWithTheStepOfTheCodec(
      @ForAll("codecs") Codec codec,
      @ForAll("graphs") Graph graph,
      @ForAll @IntRange(min = 2, max = 40) int width)
      throws MalformedPayloadException {
    float gamma = codec.gamma(width);
    assertThat(shareLeft(codec, graph, width, (int) (150 / gamma), gamma)).isLessThan(1e-3);
  }

  @Example
  void convergesForWideRows() throws MalformedPayloadException {
    for (Codec codec :
        new Codec[] {new Uniform(2, 0, false), new Ternary(0, false), new TopK(64, 0)}) {
      for (Graph graph : new Graph[] {Graphs.ring(8), Graphs.complete(8)}) {
        float gamma = codec.gamma(256);
        assertThat(shareLeft(codec, graph, 256, (int) (150 / gamma), gamma)).isLessThan(1e-3);
      }
    }
  }

  @Example
  void divergesWithAStepOfOneForFewEntries() throws MalformedPayloadException {
    for (Graph graph : new Graph[] {Graphs.ring(8), Graphs.path(8), Graphs.complete(8)}) {
      for (int width : new int[] {3, 10, 33}) {
        assertThat(shareLeft(new TopK(1, 0), graph, width, 300, 1)).isGreaterThan(10);
      }
    }
  }

  /** Why ternary values are not scaled by the largest of the row. */
  @Example
  void divergesWithAStepOfOneIfScaledByTheLargest() throws MalformedPayloadException {
    for (Graph graph : new Graph[] {Graphs.ring(8), Graphs.complete(8)}) {
      assertThat(shareLeft(new LargestScaled(), graph, 10, 300, 1)).isGreaterThan(1e3);
      assertThat(shareLeft(new LargestScaled(), graph, 10, 300, 0.5f)).isLessThan(1e-3);
      assertThat(shareLeft(new Ternary(0, false), graph, 10, 300, 1)).isLessThan(1e-3);
    }
  }

  @Provide
  Arbitrary<Codec> codecs() {
    return Arbitraries.of(
        new Float16(),
        new Uniform(2, 0, false),
        new Uniform(3, 0, false),
        new Uniform(4, 0, false),
        new Uniform(8, 0, false),
        new Ternary(0, false),
        new TopK(1, 0),
        new TopK(2, 0),
        new TopK(5, 0));
  }

  @Provide
  Arbitrary<Graph> graphs() {
    return Arbitraries.of(
        Graphs.ring(3), Graphs.ring(8), Graphs.path(2), Graphs.path(5), Graphs.complete(8));
  }

  /** Returns the disagreement after so many rounds as a share of the one at first. */
  private static double shareLeft(Codec codec, Graph graph, int width, int rounds, float gamma)
      throws MalformedPayloadException {
    CodedConsensus consensus = new CodedConsensus(codec, graph, ROWS, width);
    double first = consensus.disagreement();
    consensus.run(rounds, gamma);
    return consensus.disagreement() / first;
  }
}

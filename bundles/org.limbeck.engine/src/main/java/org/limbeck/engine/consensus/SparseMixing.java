package org.limbeck.engine.consensus;

import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.exchange.mixing.MixingWeights;

/** W of a graph, a list of neighbours with their weights for each row. */
final class SparseMixing implements SymmetricOperator {
  private final int[][] neighbours;
  private final double[][] weights;

  SparseMixing(Graph graph, MixingWeights rule) {
    this(graph, rule.of(graph)::weight);
  }

  /** I + γ (W − I) of a graph that has weights of its own. */
  SparseMixing(WeightedGraph graph, double gamma) {
    this(graph.graph(), (a, b) -> gamma * graph.weight(a, b));
  }

  private SparseMixing(Graph graph, EdgeWeight weight) {
    neighbours = new int[graph.size()][];
    weights = new double[graph.size()][];
    for (int n = 0; n < graph.size(); n++) {
      neighbours[n] = graph.neighbours(n);
      weights[n] = new double[neighbours[n].length];
      for (int i = 0; i < neighbours[n].length; i++) {
        weights[n][i] = weight.of(n, neighbours[n][i]);
      }
    }
  }

  /** The weight of the edge between two devices. */
  @FunctionalInterface
  private interface EdgeWeight {
    double of(int a, int b);
  }

  @Override
  public void apply(double[] vector, double[] result) {
    for (int n = 0; n < neighbours.length; n++) {
      double own = vector[n];
      double sum = own;
      for (int i = 0; i < neighbours[n].length; i++) {
        sum += weights[n][i] * (vector[neighbours[n][i]] - own);
      }
      result[n] = sum;
    }
  }
}

package org.limbeck.api.topology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A graph whose edges have weights, by which two neighbours mix what they hold. With what the edges
 * of a vertex leave of 1 on the diagonal, the weights make a mixing matrix W that is symmetric,
 * doubly stochastic and not negative. Immutable.
 */
public final class WeightedGraph {
  private static final double ROUNDING = 1e-12;

  private final Graph graph;
  private final double[][] weights;
  private final double[] own;

  /**
   * Makes a graph.
   *
   * @param size the number of vertices, at least 1
   * @param weights the edges with their weights, each above 0 and below 1, those of a vertex at
   *     most 1 together
   * @throws IllegalArgumentException if a weight is none of these, or an edge names a vertex that
   *     is not there
   */
  public WeightedGraph(int size, Map<Edge, Double> weights) {
    this.graph = new Graph(size, weights.keySet());
    this.weights = new double[size][];
    this.own = new double[size];
    for (int vertex = 0; vertex < size; vertex++) {
      int[] neighbours = graph.neighbours(vertex);
      this.weights[vertex] = new double[neighbours.length];
      double sum = 0;
      for (int i = 0; i < neighbours.length; i++) {
        Edge edge = new Edge(vertex, neighbours[i]);
        this.weights[vertex][i] = requireValid(edge, weights.get(edge));
        sum += this.weights[vertex][i];
      }
      own[vertex] = rest(vertex, sum);
    }
  }

  /** Returns who is whose neighbour. */
  public Graph graph() {
    return graph;
  }

  /**
   * Returns the entry of W of two vertices: the weight of the edge between them, 0 if there is
   * none; of a vertex and itself, what its edges leave of 1.
   */
  public double weight(int a, int b) {
    if (a == b) {
      return own[a];
    }
    int place = Arrays.binarySearch(graph.neighbours(a), b);
    return place < 0 ? 0 : weights[a][place];
  }

  private static double requireValid(Edge edge, double weight) {
    if (!(weight > 0 && weight < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "edge %d-%d has the weight %s, and weights are above 0 and below 1",
              edge.a(),
              edge.b(),
              weight));
    }
    return weight;
  }

  private static double rest(int vertex, double sum) {
    if (sum > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the edges of vertex %d have the weight %s together, and 1 is the most",
              vertex,
              sum));
    }
    return Math.max(0, 1 - sum);
  }
}

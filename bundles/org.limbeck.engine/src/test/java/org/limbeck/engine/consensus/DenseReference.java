package org.limbeck.engine.consensus;

import java.util.List;
import org.limbeck.api.topology.Graph;
import org.limbeck.exchange.mixing.MixingMatrix;
import org.limbeck.exchange.mixing.MixingWeights;

/** The second largest eigenvalue from the whole matrix, by Jacobi's rotations. */
final class DenseReference {
  private static final int SWEEPS = 15;

  private DenseReference() {}

  /** Returns √λ_2 of the mean of W² over the graphs. */
  static double rate(List<Graph> graphs, MixingWeights rule) {
    int size = graphs.get(0).size();
    double[][] mean = new double[size][size];
    for (Graph graph : graphs) {
      double[][] w = matrix(graph, rule);
      for (int n = 0; n < size; n++) {
        for (int m = 0; m < size; m++) {
          for (int k = 0; k < size; k++) {
            mean[n][m] += w[n][k] * w[k][m] / graphs.size();
          }
        }
      }
    }
    // moves the eigenvalue 1 of the vector of ones to 0
    for (double[] row : mean) {
      for (int m = 0; m < size; m++) {
        row[m] -= 1.0 / size;
      }
    }
    return Math.sqrt(Math.max(0, largest(mean)));
  }

  private static double[][] matrix(Graph graph, MixingWeights rule) {
    double[][] w = new double[graph.size()][graph.size()];
    MixingMatrix weights = rule.of(graph);
    for (int n = 0; n < graph.size(); n++) {
      w[n][n] = 1;
      for (int m : graph.neighbours(n)) {
        w[n][m] = weights.weight(n, m);
        w[n][n] -= w[n][m];
      }
    }
    return w;
  }

  private static double largest(double[][] a) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < a.length; p++) {
        for (int q = p + 1; q < a.length; q++) {
          rotate(a, p, q);
        }
      }
    }
    double largest = a[0][0];
    for (int i = 1; i < a.length; i++) {
      largest = Math.max(largest, a[i][i]);
    }
    return largest;
  }

  private static void rotate(double[][] a, int p, int q) {
    double angle = Math.atan2(2 * a[p][q], a[q][q] - a[p][p]) / 2;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int k = 0; k < a.length; k++) {
      double left = a[k][p];
      a[k][p] = cos * left - sin * a[k][q];
      a[k][q] = sin * left + cos * a[k][q];
    }
    for (int k = 0; k < a.length; k++) {
      double above = a[p][k];
      a[p][k] = cos * above - sin * a[q][k];
      a[q][k] = sin * above + cos * a[q][k];
    }
  }
}

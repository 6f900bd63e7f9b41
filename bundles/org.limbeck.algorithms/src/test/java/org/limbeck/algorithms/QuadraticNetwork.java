package org.limbeck.algorithms;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.FakeNetwork;
import org.limbeck.testkit.fixture.Metropolis;

/**
 * Devices whose losses are quadratic and differ widely, so that what an algorithm converges to is
 * the solution of a small linear system for every weight.
 */
final class QuadraticNetwork {
  /** More than one row of weights, and no multiple of a row. */
  static final int WEIGHTS = 300;

  private final Graph graph;
  private final List<QuadraticModel> models = new ArrayList<>();
  private final List<Participant> participants = new ArrayList<>();
  private final float[][] a;
  private final float[][] b;

  QuadraticNetwork(Graph graph, FakeNetwork network, Algorithm algorithm, int localSteps) {
    this.graph = graph;
    this.a = new float[graph.size()][WEIGHTS];
    this.b = new float[graph.size()][WEIGHTS];
    SplittableRandom random = new SplittableRandom(17);
    for (FakeDevice plain : FakeDevices.on(graph, 1)) {
      int n = plain.number();
      for (int i = 0; i < WEIGHTS; i++) {
        a[n][i] = (float) random.nextDouble(0.2, 1);
        b[n][i] = (float) random.nextDouble(-1, 1) + n;
      }
      QuadraticModel model = new QuadraticModel(a[n], b[n]);
      models.add(model);
      participants.add(
          algorithm.join(
              new FakeDevice(
                  n,
                  1,
                  plain.classes(),
                  model,
                  plain.data(),
                  plain.reference(),
                  plain.estimate(),
                  new Training(localSteps, 4),
                  network)));
    }
  }

  QuadraticNetwork(Graph graph, Algorithm algorithm) {
    this(graph, new FakeNetwork(graph), algorithm, 1);
  }

  QuadraticNetwork rounds(int from, int to) {
    for (int round = from; round < to; round++) {
      long now = round;
      participants.forEach(participant -> participant.begin(now));
      participants.forEach(participant -> participant.finish(now, new Losses()));
    }
    return this;
  }

  int size() {
    return graph.size();
  }

  float[] weights(int device) {
    return models.get(device).weights();
  }

  /** Returns the curvature of a device's loss in a weight. */
  double a(int device, int weight) {
    return a[device][weight];
  }

  /** Returns where a device's loss is least in a weight. */
  double b(int device, int weight) {
    return b[device][weight];
  }

  /** Returns the weight at which the sum of all losses is least. */
  double optimum(int weight) {
    double pull = 0;
    double curvature = 0;
    for (int n = 0; n < size(); n++) {
      pull += a(n, weight) * b(n, weight);
      curvature += a(n, weight);
    }
    return pull / curvature;
  }

  /** Returns I + γ (W − I). */
  double[][] mixing(double gamma) {
    double[][] w = new double[size()][size()];
    for (int n = 0; n < size(); n++) {
      w[n][n] = 1;
      for (int m : graph.neighbours(n)) {
        double weight = gamma * Metropolis.weight(graph, n, m);
        w[n][m] = weight;
        w[n][n] -= weight;
      }
    }
    return w;
  }

  double mean(int weight) {
    return IntStream.range(0, size()).mapToDouble(n -> weights(n)[weight]).average().orElseThrow();
  }

  /** Solves A x = y by elimination with pivots; replaces both. */
  static double[] solve(double[][] matrix, double[] y) {
    int size = y.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column; row < size; row++) {
        pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
      }
      double[] swapped = matrix[pivot];
      matrix[pivot] = matrix[column];
      matrix[column] = swapped;
      double value = y[pivot];
      y[pivot] = y[column];
      y[column] = value;
      for (int row = 0; row < size; row++) {
        double factor = row == column ? 0 : matrix[row][column] / matrix[column][column];
        for (int k = column; k < size; k++) {
          matrix[row][k] -= factor * matrix[column][k];
        }
        y[row] -= factor * y[column];
      }
    }
    for (int row = 0; row < size; row++) {
      y[row] /= matrix[row][row];
    }
    return y;
  }
}

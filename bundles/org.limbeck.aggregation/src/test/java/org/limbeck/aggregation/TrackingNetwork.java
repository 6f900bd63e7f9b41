package org.limbeck.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.Metropolis;

/** The devices of a graph, each with an estimate and random soft decisions, without loss. */
final class TrackingNetwork {
  private final Graph graph;
  private final int classes;
  private final Random random;
  private final List<Estimate> estimates = new ArrayList<>();

  /** The soft decisions of each device and row. */
  private final float[][][] decisions;

  TrackingNetwork(Graph graph, int rows, int classes, Random random) {
    this.graph = graph;
    this.classes = classes;
    this.random = random;
    this.decisions = new float[graph.size()][rows][classes];
    for (int device = 0; device < graph.size(); device++) {
      estimates.add(new TrackingMean().open(rows, classes));
    }
  }

  /** Draws new soft decisions of all devices for some rows. */
  void decide(int... rows) {
    for (float[][] device : decisions) {
      for (int row : rows) {
        double[] shares = random.doubles(classes, 0.01, 1).toArray();
        double sum = 0;
        for (double share : shares) {
          sum += share;
        }
        for (int k = 0; k < classes; k++) {
          device[row][k] = (float) (shares[k] / sum);
        }
      }
    }
  }

  /** Sets the soft decisions of a device for a row. */
  void says(int device, int row, float... values) {
    decisions[device][row] = values;
  }

  /** Lets all devices inject their decisions on some rows, publish and mix. */
  void round(float gamma, int... rows) {
    List<Block> copies = new ArrayList<>();
    for (int device = 0; device < graph.size(); device++) {
      Block injected = block(rows);
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(decisions[device][rows[i]], 0, injected.values(), i * classes, classes);
      }
      estimates.get(device).inject(injected);
      copies.add(block(rows));
      estimates.get(device).publish(copies.get(device));
    }
    for (int device = 0; device < graph.size(); device++) {
      List<Peer> peers = new ArrayList<>();
      for (int peer : graph.neighbours(device)) {
        float weight = Metropolis.weight(graph, device, peer);
        peers.add(new Peer("device-" + peer, weight, copies.get(peer)));
      }
      estimates.get(device).mix(copies.get(device), peers, gamma);
    }
  }

  Estimate estimate(int device) {
    return estimates.get(device);
  }

  /** Returns Σ ŝ of a row over the devices. */
  double[] sumOfDecisions(int row) {
    double[] sum = new double[classes];
    for (float[][] device : decisions) {
      for (int k = 0; k < classes; k++) {
        sum[k] += device[row][k];
      }
    }
    return sum;
  }

  /** Returns Σ z of a row over the devices. */
  double[] sumOfEstimates(int row) {
    double[] sum = new double[classes];
    for (Estimate estimate : estimates) {
      float[] z = new float[classes];
      estimate.read(row, z, 0);
      for (int k = 0; k < classes; k++) {
        sum[k] += z[k];
      }
    }
    return sum;
  }

  private Block block(int... rows) {
    Block block = new Block(rows.length, classes);
    block.rows(rows.length);
    System.arraycopy(rows, 0, block.ids(), 0, rows.length);
    return block;
  }
}

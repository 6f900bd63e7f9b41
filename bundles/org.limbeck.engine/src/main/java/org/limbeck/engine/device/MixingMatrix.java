package org.limbeck.engine.device;

import org.limbeck.api.topology.Graph;

/**
 * The Metropolis weights of a graph: symmetric, doubly stochastic, and known to every device from
 * its own degree and those of its neighbours. L. Xiao, S. Boyd, S. Lall, <i>A Scheme for Robust
 * Distributed Sensor Fusion Based on Average Consensus</i>, IPSN 2005, eq. 9.
 */
final class MixingMatrix {
  private final Graph graph;

  MixingMatrix(Graph graph) {
    this.graph = graph;
  }

  /** Returns w_nm = 1 / (1 + max(degree n, degree m)) for neighbours n and m. */
  float weight(int n, int m) {
    return 1f / (1 + Math.max(graph.degree(n), graph.degree(m)));
  }
}

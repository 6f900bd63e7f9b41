package org.limbeck.exchange.mixing;

import org.limbeck.api.topology.Graph;

/** The rules by which a graph gives the mixing matrix W. */
public enum MixingWeights {
  /**
   * w_nm = 1 / (1 + max(degree n, degree m)): a device needs to know its neighbours' degrees only.
   * L. Xiao, S. Boyd, S. Lall, <i>A Scheme for Robust Distributed Sensor Fusion Based on Average
   * Consensus</i>, IPSN 2005, eq. 9.
   */
  METROPOLIS {
    @Override
    public MixingMatrix of(Graph graph) {
      return (n, m) -> 1.0 / (1 + Math.max(graph.degree(n), graph.degree(m)));
    }
  },

  /**
   * w_nm = 1 / (1 + the largest degree of all): the same for all edges. After L. Xiao, S. Boyd,
   * <i>Fast Linear Iterations for Distributed Averaging</i>, Systems and Control Letters 53 (2004);
   * the 1 keeps the eigenvalues of W above −1 on every graph.
   */
  MAXIMUM_DEGREE {
    @Override
    public MixingMatrix of(Graph graph) {
      double weight = 1.0 / (1 + graph.maximumDegree());
      return (n, m) -> weight;
    }
  };

  /** Returns the weights for a graph, which need not be connected. */
  public abstract MixingMatrix of(Graph graph);
}

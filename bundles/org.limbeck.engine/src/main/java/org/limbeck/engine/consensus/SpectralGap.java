package org.limbeck.engine.consensus;

import java.util.List;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.exchange.mixing.MixingWeights;

/**
 * How fast mixing brings devices together. Where every round multiplies what they hold by W, their
 * distance to the mean shrinks by {@code rate} a round or more: ‖x(t+1) − x̄‖ ≤ rate · ‖x(t) − x̄‖.
 *
 * @param rate the second largest modulus of an eigenvalue of W, from 0, when they agree after a
 *     round, to 1, when some never hear of others
 */
public record SpectralGap(double rate) {
  private static final double ROUNDING = 1e-6;

  /**
   * Returns the gap of one graph: rate = max(|λ_2|, |λ_N|), L. Xiao, S. Boyd, <i>Fast Linear
   * Iterations for Distributed Averaging</i>, 2004. Found by Lanczos iteration: the time grows with
   * the number of edges and the square root of 1 / (1 − rate), the memory with the number of edges.
   */
  public static SpectralGap of(Graph graph, MixingWeights weights) {
    return ofDraws(List.of(graph), weights);
  }

  /**
   * Returns the gap of a graph that is drawn anew every round, independently of other rounds: rate
   * = √λ_2(E[WᵀW]), by which the distance to the mean shrinks in the root mean square, S. Boyd et
   * al., <i>Randomized Gossip Algorithms</i>, 2006. The expectation is the mean over the draws. Few
   * of them let the rate appear larger than it is: the largest eigenvalue of a mean is too large on
   * average. A few hundred draws do for thousands of devices.
   *
   * @param draws graphs of the same devices, at least one
   */
  public static SpectralGap ofDraws(List<Graph> draws, MixingWeights weights) {
    int size = draws.get(0).size();
    if (size == 1) {
      return new SpectralGap(0);
    }
    List<SparseMixing> matrices =
        draws.stream().map(graph -> new SparseMixing(graph, weights)).toList();
    double largest = new Lanczos(new MeanSquare(matrices, size), size).largest();
    return new SpectralGap(Math.sqrt(largest));
  }

  /**
   * Returns the gap of graphs that follow each other, over and over: the distance to the mean
   * shrinks by rate^P or more in P rounds, rate = ‖M − 11ᵀ/N‖₂^(1/P) with M the product of the P
   * matrices I + γ (W_t − I); 0 where M is the mean but for rounding.
   *
   * @param sequence graphs of the same devices, at least one
   * @param gamma the mixing step γ, above 0 and at most 1
   */
  public static SpectralGap ofPeriod(List<WeightedGraph> sequence, double gamma) {
    int size = sequence.get(0).graph().size();
    if (size == 1) {
      return new SpectralGap(0);
    }
    List<SparseMixing> matrices =
        sequence.stream().map(graph -> new SparseMixing(graph, gamma)).toList();
    double norm = Math.sqrt(new Lanczos(new PeriodSquare(matrices, size), size).largest());
    return new SpectralGap(norm < ROUNDING ? 0 : Math.pow(norm, 1.0 / sequence.size()));
  }

  /** Returns the gap by a mixing step γ: eigenvalues are at most 1 − γ (1 − rate) in modulus. */
  public SpectralGap withStep(double gamma) {
    return new SpectralGap(1 - gamma * gap());
  }

  /** Returns 1 − rate. */
  public double gap() {
    return 1 - rate;
  }

  /**
   * Returns how many rounds it takes until the distance to the mean is this part of what it was.
   *
   * @param part above 0 and below 1, such as 0.001
   * @return at least 1; infinite if the distance need not shrink at all
   */
  public double roundsTo(double part) {
    return Math.max(1, Math.log(1 / part) / Math.log(1 / rate));
  }
}

package org.limbeck.topologies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.limbeck.api.topology.Edge;

/**
 * Rounds for numbers of vertices without a prime factor above k + 1. With n = n_1 · … · n_L, where
 * L is as small as it can be with no factor above k + 1, a vertex has one digit for each factor,
 * and in round l all those mix that differ in digit l only. Exact after L rounds, at a degree of k
 * at the most. For n = 2^p and k = 1 it is the hypercube. Y. Takezawa, R. Sato, H. Bao, K. Niwa, M.
 * Yamada, <i>Beyond Exponential Graph: Communication-Efficient Topologies for Decentralized
 * Learning via Finite-time Convergence</i>, NeurIPS 2023, algorithm 1.
 */
final class HyperHypercube {

  private HyperHypercube() {}

  /**
   * Returns the rounds; empty if so many vertices have none.
   *
   * @param degree k, at least 1
   */
  static Optional<GraphSequence> of(int size, int degree) {
    return factors(size, degree + 1L).map(factors -> rounds(size, factors));
  }

  private static GraphSequence rounds(int size, List<Integer> factors) {
    List<Map<Edge, Double>> rounds = new ArrayList<>();
    int stride = 1;
    for (int factor : factors) {
      Map<Edge, Double> edges = new TreeMap<>();
      for (int vertex = 0; vertex < size; vertex++) {
        if (vertex / stride % factor == 0) {
          GraphSequence.addComplete(alongDigit(vertex, stride, factor), edges);
        }
      }
      rounds.add(edges);
      stride *= factor;
    }
    return new GraphSequence(size, rounds);
  }

  private static int[] alongDigit(int first, int stride, int factor) {
    int[] vertices = new int[factor];
    for (int digit = 0; digit < factor; digit++) {
      vertices[digit] = first + digit * stride;
    }
    return vertices;
  }

  /** Returns as few factors as possible, none larger than the one before, and none above a most. */
  private static Optional<List<Integer>> factors(int number, long most) {
    if (number == 1) {
      return Optional.of(List.of());
    }
    Optional<List<Integer>> fewest = Optional.empty();
    for (int factor = (int) Math.min(most, number); factor > 1; factor--) {
      if (number % factor == 0) {
        int first = factor;
        Optional<List<Integer>> found =
            factors(number / factor, factor).map(others -> prepend(first, others));
        if (found.isPresent() && fewest.stream().allMatch(f -> found.get().size() < f.size())) {
          fewest = found;
        }
      }
    }
    return fewest;
  }

  private static List<Integer> prepend(int first, List<Integer> others) {
    List<Integer> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }
}

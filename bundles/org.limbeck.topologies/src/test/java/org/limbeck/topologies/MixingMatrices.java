package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.WeightedGraph;

/** What is asked of the mixing matrices of graphs that follow each other. */
final class MixingMatrices {
  private static final double ROUNDING = 1e-12;

  private MixingMatrices() {}

  static List<WeightedGraph> sequence(Topology topology, int devices) {
    return topology.sequence(IntStream.range(0, devices).mapToObj(i -> "device-" + i).toList());
  }

  /** Each is symmetric and doubly stochastic, and no device has more neighbours than it may. */
  static void requireMixing(List<WeightedGraph> sequence, int devices, int degree) {
    for (WeightedGraph weighted : sequence) {
      assertThat(weighted.graph().size()).isEqualTo(devices);
      assertThat(weighted.graph().maximumDegree()).isLessThanOrEqualTo(degree);
      for (int a = 0; a < devices; a++) {
        double sum = 0;
        for (int b = 0; b < devices; b++) {
          double weight = weighted.weight(a, b);
          assertThat(weight).isNotNegative().isEqualTo(weighted.weight(b, a));
          sum += weight;
        }
        assertThat(sum).isEqualTo(1, within(ROUNDING));
      }
    }
  }

  /** Returns the largest entry of the product of all less 11ᵀ/n. */
  static double error(List<WeightedGraph> sequence, int devices) {
    double largest = 0;
    for (int column = 0; column < devices; column++) {
      double[] vector = new double[devices];
      vector[column] = 1;
      for (WeightedGraph weighted : sequence) {
        vector = mix(weighted, vector);
      }
      for (double value : vector) {
        largest = Math.max(largest, Math.abs(value - 1.0 / devices));
      }
    }
    return largest;
  }

  private static double[] mix(WeightedGraph weighted, double[] vector) {
    double[] mixed = new double[vector.length];
    for (int a = 0; a < vector.length; a++) {
      mixed[a] = weighted.weight(a, a) * vector[a];
      for (int b : weighted.graph().neighbours(a)) {
        mixed[a] += weighted.weight(a, b) * vector[b];
      }
    }
    return mixed;
  }
}

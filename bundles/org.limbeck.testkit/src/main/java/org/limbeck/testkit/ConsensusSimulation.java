package org.limbeck.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.Metropolis;

/** Estimates of the devices of a graph that exchange what they publish without loss. */
final class ConsensusSimulation {
  private final Graph graph;
  private final int classes;
  private final List<Estimate> estimates = new ArrayList<>();
  private final List<Block> decisions = new ArrayList<>();
  private final Set<Integer> gone = new HashSet<>();

  ConsensusSimulation(AggregationRule rule, Graph graph, int rows, int classes) {
    this.graph = graph;
    this.classes = classes;
    for (int device = 0; device < graph.size(); device++) {
      estimates.add(rule.open(rows, classes));
      decisions.add(Blocks.of(Blocks.range(0, rows), classes));
    }
  }

  /** Lets all devices inject, publish and mix. */
  void round(IntFunction<Block> injected, int[] rows, float gamma) {
    List<Block> copies = new ArrayList<>();
    for (int device = 0; device < graph.size(); device++) {
      Block decisions = injected.apply(device);
      remember(device, decisions);
      estimates.get(device).inject(decisions);
      copies.add(Blocks.of(rows, classes));
      estimates.get(device).publish(copies.get(device));
    }
    for (int device = 0; device < graph.size(); device++) {
      List<Peer> peers = new ArrayList<>();
      for (int other : graph.neighbours(device)) {
        float weight = Metropolis.weight(graph, device, other);
        peers.add(new Peer("device-" + other, weight, Blocks.copy(copies.get(other))));
      }
      estimates.get(device).mix(copies.get(device), List.copyOf(peers), gamma);
    }
  }

  /** Takes a device out: the others are told, and the sums are those of the others. */
  void leave(int device) {
    gone.add(device);
    staying().forEach(other -> estimates.get(other).leave("device-" + device));
  }

  List<Estimate> estimates() {
    return estimates;
  }

  float[] sumOfEstimates(int[] rows) {
    float[] sum = new float[rows.length * classes];
    float[] values = new float[sum.length];
    staying()
        .forEach(
            device -> {
              for (int i = 0; i < rows.length; i++) {
                estimates.get(device).read(rows[i], values, i * classes);
              }
              add(values, sum);
            });
    return sum;
  }

  float[] sumOfDecisions(int[] rows) {
    float[] sum = new float[rows.length * classes];
    staying().forEach(device -> add(lastDecisions(device, rows).values(), sum));
    return sum;
  }

  /** Returns the decisions that a device injected last for these rows. */
  Block lastDecisions(int device, int[] rows) {
    Block last = Blocks.of(rows, classes);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(
          decisions.get(device).values(), rows[i] * classes, last.values(), i * classes, classes);
    }
    return last;
  }

  private IntStream staying() {
    return IntStream.range(0, graph.size()).filter(device -> !gone.contains(device));
  }

  private void remember(int device, Block injected) {
    for (int i = 0; i < injected.rows(); i++) {
      int row = injected.ids()[i];
      System.arraycopy(
          injected.values(), i * classes, decisions.get(device).values(), row * classes, classes);
    }
  }

  private static void add(float[] values, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i];
    }
  }
}

package org.limbeck.topologies;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.WeightedGraph;

/**
 * Weighted edges of some rounds in a row.
 *
 * @param size the number of vertices, at least 1
 * @param rounds the edges of each round with their weights; no round where nothing is to be mixed
 */
record GraphSequence(int size, List<Map<Edge, Double>> rounds) {

  /** Returns the number of rounds. */
  int length() {
    return rounds.size();
  }

  /**
   * Adds the edges of a round, counted on over the end, between some vertices of another graph.
   *
   * @param vertices what the vertices of this sequence are called there
   * @param edges receives the edges
   */
  void addRound(int round, int[] vertices, Map<Edge, Double> edges) {
    if (!rounds.isEmpty()) {
      rounds
          .get(round % rounds.size())
          .forEach(
              (edge, weight) ->
                  edges.put(new Edge(vertices[edge.a()], vertices[edge.b()]), weight));
    }
  }

  /** Joins all of these vertices with each other, so that all come to hold their mean. */
  static void addComplete(int[] vertices, Map<Edge, Double> edges) {
    for (int i = 0; i < vertices.length; i++) {
      for (int j = i + 1; j < vertices.length; j++) {
        edges.put(new Edge(vertices[i], vertices[j]), 1.0 / vertices.length);
      }
    }
  }

  /** Returns the graphs, at least one: where nothing is to be mixed, one without edges. */
  List<WeightedGraph> graphs() {
    List<Map<Edge, Double>> some = rounds.isEmpty() ? List.of(new TreeMap<>()) : rounds;
    return some.stream().map(edges -> new WeightedGraph(size, edges)).toList();
  }
}

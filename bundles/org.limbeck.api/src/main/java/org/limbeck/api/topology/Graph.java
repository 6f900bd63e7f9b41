package org.limbeck.api.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** An undirected graph without loops or parallel edges, on vertices numbered from 0. Immutable. */
public final class Graph {
  private final int[][] neighbours;
  private final List<Edge> edges;
  private final int maximumDegree;

  /**
   * Makes a graph; an edge that is given twice counts once.
   *
   * @param size the number of vertices, at least 1
   * @param edges the edges
   * @throws IllegalArgumentException if an edge names a vertex that is not there
   */
  public Graph(int size, Collection<Edge> edges) {
    if (size < 1) {
      throw new IllegalArgumentException("a graph has at least one vertex, not " + size);
    }
    this.edges = List.copyOf(new TreeSet<>(edges));
    int[] degrees = new int[size];
    for (Edge edge : this.edges) {
      if (edge.b() >= size) {
        throw new IllegalArgumentException(
            "edge " + edge.a() + "-" + edge.b() + " leaves the graph of " + size + " vertices");
      }
      degrees[edge.a()]++;
      degrees[edge.b()]++;
    }
    this.maximumDegree = Arrays.stream(degrees).max().getAsInt();
    this.neighbours = new int[size][];
    for (int v = 0; v < size; v++) {
      neighbours[v] = new int[degrees[v]];
    }
    // Edges come in ascending order, and so every list of neighbours is filled in ascending order:
    // first all smaller neighbours (as b), then all larger ones (as a).
    int[] filled = new int[size];
    for (Edge edge : this.edges) {
      neighbours[edge.b()][filled[edge.b()]++] = edge.a();
    }
    for (Edge edge : this.edges) {
      neighbours[edge.a()][filled[edge.a()]++] = edge.b();
    }
  }

  /** Returns the number of vertices. */
  public int size() {
    return neighbours.length;
  }

  /** Returns the edges in ascending order. */
  public List<Edge> edges() {
    return edges;
  }

  /** Returns the number of neighbours of a vertex. */
  public int degree(int vertex) {
    return neighbours[vertex].length;
  }

  /** Returns the largest number of neighbours that a vertex has. */
  public int maximumDegree() {
    return maximumDegree;
  }

  /** Returns the neighbours of a vertex in ascending order: a copy. */
  public int[] neighbours(int vertex) {
    return neighbours[vertex].clone();
  }

  /** Returns the connected components, each in ascending order; one if the graph is connected. */
  public List<List<Integer>> components() {
    List<List<Integer>> components = new ArrayList<>();
    BitSet seen = new BitSet(size());
    for (int start = 0; start < size(); start = seen.nextClearBit(start)) {
      components.add(reachable(start, seen));
    }
    return components;
  }

  private List<Integer> reachable(int start, BitSet seen) {
    TreeSet<Integer> component = new TreeSet<>();
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
    seen.set(start);
    while (!open.isEmpty()) {
      int vertex = open.remove();
      component.add(vertex);
      for (int next : neighbours[vertex]) {
        if (!seen.get(next)) {
          seen.set(next);
          open.add(next);
        }
      }
    }
    return List.copyOf(component);
  }
}

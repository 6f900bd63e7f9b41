package org.limbeck.aggregation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.PrimitiveIterator;
import org.limbeck.api.topology.Graph;

/**
 * The vertices of a graph without which it has more components than before. One depth-first search,
 * in time linear in the edges: J. Hopcroft, R. Tarjan, <i>Efficient Algorithms for Graph
 * Manipulation</i>, Communications of the ACM 16 (1973). Without recursion, as paths may be long.
 */
final class ArticulationPoints {
  private static final int NONE = -1;

  private final Graph graph;
  private final int[] number;
  private final int[] lowest;
  private final BitSet found = new BitSet();
  private int visited;

  ArticulationPoints(Graph graph) {
    this.graph = graph;
    this.number = new int[graph.size()];
    this.lowest = new int[graph.size()];
  }

  /** Returns the vertices in ascending order. */
  int[] find() {
    for (int root = 0; root < graph.size(); root++) {
      if (number[root] == 0) {
        search(root);
      }
    }
    return found.stream().toArray();
  }

  private void search(int root) {
    ArrayDeque<Visit> path = new ArrayDeque<>();
    path.push(enter(root, NONE));
    int children = 0;
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (visit.neighbours.hasNext()) {
        int next = visit.neighbours.nextInt();
        if (number[next] == 0) {
          children += visit.vertex == root ? 1 : 0;
          path.push(enter(next, visit.vertex));
        } else if (next != visit.parent) {
          lowest[visit.vertex] = Math.min(lowest[visit.vertex], number[next]);
        }
      } else {
        path.pop();
        leave(visit, root);
      }
    }
    found.set(root, children > 1);
  }

  private Visit enter(int vertex, int parent) {
    number[vertex] = ++visited;
    lowest[vertex] = visited;
    return new Visit(vertex, parent, Arrays.stream(graph.neighbours(vertex)).iterator());
  }

  /** What hangs below a vertex is cut off with its parent if it reaches no higher than that. */
  private void leave(Visit visit, int root) {
    if (visit.parent != NONE) {
      lowest[visit.parent] = Math.min(lowest[visit.parent], lowest[visit.vertex]);
      if (visit.parent != root && lowest[visit.vertex] >= number[visit.parent]) {
        found.set(visit.parent);
      }
    }
  }

  /** A vertex on the path, and those of its neighbours that are still to be looked at. */
  private record Visit(int vertex, int parent, PrimitiveIterator.OfInt neighbours) {}
}

package org.limbeck.api.topology;

/**
 * An undirected edge between two vertices, the smaller one first.
 *
 * @param a the smaller vertex, at least 0
 * @param b the larger vertex
 */
public record Edge(int a, int b) implements Comparable<Edge> {

  /**
   * Puts the smaller vertex first.
   *
   * @throws IllegalArgumentException if the vertices are the same or one is negative
   */
  public Edge {
    if (a == b || a < 0 || b < 0) {
      throw new IllegalArgumentException("no edge joins vertex " + a + " to vertex " + b);
    }
    if (a > b) {
      int larger = a;
      a = b;
      b = larger;
    }
  }

  @Override
  public int compareTo(Edge other) {
    return a != other.a ? Integer.compare(a, other.a) : Integer.compare(b, other.b);
  }
}

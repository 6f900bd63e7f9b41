package org.limbeck.topologies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Edge;

/**
 * Rounds for any number of vertices. With n = Σ_l a_l (k+1)^p_l, p_1 &gt; … &gt; p_L and 1 ≤ a_l ≤
 * k, the vertices are divided into parts of these sizes. First each part comes to its own mean.
 * Then each vertex of later parts mixes with one vertex in each of the a_l blocks of part l, for l
 * = 1 to L − 1 in turn, and takes so much that the parts are left with the mean of all. At last
 * each block comes to its own mean again, which is that of all. Exact after 2 p_1 + 1 rounds, or 2
 * p_1 + 2 where a_1 &gt; 1, at a degree of k at the most. Takezawa and others, NeurIPS 2023,
 * algorithm 2.
 */
final class SimpleBaseGraph {
  private final int size;
  private final int degree;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A part of the vertices.
   *
   * @param vertices those in it, a · (k+1)^p
   * @param blocks the same in a blocks of (k+1)^p each
   * @param whole the rounds that bring the part to its mean
   * @param ending the rounds that bring a block to its mean; where blocks have one vertex, those of
   *     the part
   */
  private record Part(int[] vertices, int[][] blocks, GraphSequence whole, GraphSequence ending) {

    /** Adds a round that brings the blocks nearer to their means. */
    void addEnding(int round, Map<Edge, Double> edges) {
      if (blocks[0].length == 1) {
        ending.addRound(round, vertices, edges);
      } else {
        for (int[] block : blocks) {
          ending.addRound(round, block, edges);
        }
      }
    }
  }

  private SimpleBaseGraph(int size, int degree) {
    this.size = size;
    this.degree = degree;
    divide();
  }

  /**
   * Returns the rounds.
   *
   * @param degree k, at least 1
   */
  static GraphSequence of(int size, int degree) {
    return HyperHypercube.of(size, degree)
        .orElseGet(() -> new SimpleBaseGraph(size, degree).rounds());
  }

  private void divide() {
    long base = degree + 1L;
    long power = 1;
    while (power * base <= size) {
      power *= base;
    }
    for (int from = 0; from < size; power /= base) {
      int count = (int) ((size - from) / power);
      if (count > 0) {
        parts.add(part(from, count, (int) power));
        from += count * (int) power;
      }
    }
  }

  private Part part(int from, int count, int length) {
    int[][] blocks = new int[count][];
    for (int block = 0; block < count; block++) {
      int first = from + block * length;
      blocks[block] = IntStream.range(first, first + length).toArray();
    }
    int[] vertices = IntStream.range(from, from + count * length).toArray();
    GraphSequence whole = HyperHypercube.of(vertices.length, degree).orElseThrow();
    GraphSequence ending = length == 1 ? whole : HyperHypercube.of(length, degree).orElseThrow();
    return new Part(vertices, blocks, whole, ending);
  }

  private GraphSequence rounds() {
    Part first = parts.get(0);
    int beginning = first.whole().length();
    int length = beginning + 1 + first.ending().length();
    List<Map<Edge, Double>> rounds = new ArrayList<>();
    for (int round = 0; round < length; round++) {
      Map<Edge, Double> edges = new TreeMap<>();
      if (round < beginning) {
        for (Part part : parts) {
          part.whole().addRound(round, part.vertices(), edges);
        }
      } else {
        addLater(round - beginning, edges);
      }
      rounds.add(edges);
    }
    return new GraphSequence(size, rounds);
  }

  /** Parts before {@code giving} have given to all later ones already, and come to their end. */
  private void addLater(int giving, Map<Edge, Double> edges) {
    for (int l = 0; l < parts.size(); l++) {
      boolean isLast = l == parts.size() - 1;
      if (l < giving || (isLast && l == giving)) {
        parts.get(l).addEnding(isLast ? giving - l : giving - l - 1, edges);
      }
    }
    if (giving < parts.size() - 1) {
      addGiving(giving, edges);
    }
  }

  /** Those of the part who are left over mix among themselves, as the paper has it. */
  private void addGiving(int giving, Map<Edge, Double> edges) {
    Part giver = parts.get(giving);
    int[] takers =
        parts.subList(giving + 1, parts.size()).stream()
            .flatMapToInt(part -> IntStream.of(part.vertices()))
            .toArray();
    int blocks = giver.blocks().length;
    int givers = giver.vertices().length;
    double weight = (double) givers / (givers + takers.length) / blocks;
    List<Integer> left = new ArrayList<>();
    for (int[] block : giver.blocks()) {
      for (int i = 0; i < takers.length; i++) {
        edges.put(new Edge(block[i], takers[i]), weight);
      }
      Arrays.stream(block, takers.length, block.length).forEach(left::add);
    }
    int[] others = left.stream().mapToInt(Integer::intValue).toArray();
    for (int from = 0; from < others.length; from += degree + 1) {
      int to = Math.min(others.length, from + degree + 1);
      GraphSequence.addComplete(Arrays.copyOfRange(others, from, to), edges);
    }
  }
}

package org.limbeck.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Graph;

/**
 * What a robust rule that shall withstand some adversaries among the neighbours of any device
 * assumes of a graph: that every device has at least 2f + 1 neighbours, so that most of them are
 * honest, and that the honest devices stay connected without the adversaries.
 *
 * <p>Of the second it is checked, exactly, that no single device holds the graph together, and that
 * no device can have adversaries for all its neighbours. For f = 1 that is all there is to it; two
 * adversaries or more may part the others all the same.
 *
 * @param adversaries f, at least 0
 */
record RobustnessCheck(int adversaries) {
  /** The description of the option {@code adversaries}. */
  static final String ADVERSARIES =
      "How many adversaries among a device's neighbours it shall withstand, 0 or more: to be"
          + " warned of graphs in which it cannot";

  RobustnessCheck {
    if (adversaries < 0) {
      throw new IllegalArgumentException("adversaries is 0 or more, not " + adversaries);
    }
  }

  /** Returns which of these assumptions a graph breaks, a sentence each. */
  List<String> concerns(Graph graph) {
    List<String> concerns = new ArrayList<>();
    if (adversaries > 0) {
      int wanted = 2 * adversaries + 1;
      int[] few = vertices(graph, wanted);
      if (few.length > 0) {
        concerns.add(
            String.format(
                Locale.ROOT,
                "%s fewer than %d neighbours, which it takes to withstand %s: %s",
                have(few, graph),
                wanted,
                inWords(),
                listed(few)));
      }
      int[] surrounded = vertices(graph, adversaries + 1);
      if (surrounded.length > 0) {
        concerns.add(
            surrounded.length
                + " of "
                + graph.size()
                + " devices may have no honest neighbour at all: "
                + listed(surrounded));
      }
      int[] cuts = new ArticulationPoints(graph).find();
      if (cuts.length > 0) {
        concerns.add(
            "without one of these devices the others are not connected, so that an adversary there"
                + " parts them: "
                + listed(cuts));
      }
    }
    return concerns;
  }

  private String inWords() {
    return adversaries == 1 ? "1 adversary" : adversaries + " adversaries";
  }

  private static int[] vertices(Graph graph, int degree) {
    return IntStream.range(0, graph.size()).filter(v -> graph.degree(v) < degree).toArray();
  }

  private static String have(int[] some, Graph graph) {
    return some.length
        + " of "
        + graph.size()
        + (some.length == 1 ? " devices has" : " devices have");
  }

  private static String listed(int[] vertices) {
    int most = 5;
    StringBuilder list = new StringBuilder("number ");
    for (int i = 0; i < Math.min(most, vertices.length); i++) {
      list.append(i == 0 ? "" : ", ").append(vertices[i] + 1);
    }
    int more = vertices.length - most;
    return more > 0 ? list + " and " + more + " more" : list.toString();
  }
}

package org.limbeck.exchange.neighbours;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.topology.WeightedGraph;

/**
 * Which edges rows are exchanged over, and with which weight, where graphs follow each other: a row
 * that has been exchanged c times goes over the edges of graph c mod P.
 */
public final class EdgeSchedule {
  private final Map<String, Integer> places = new HashMap<>();
  private final List<WeightedGraph> sequence;

  /**
   * Makes a schedule.
   *
   * @param ids the devices; vertex i of a graph is device i
   * @param sequence the graphs, at least one
   */
  public EdgeSchedule(List<String> ids, List<WeightedGraph> sequence) {
    ids.forEach(id -> places.put(id, places.size()));
    this.sequence = List.copyOf(sequence);
  }

  /** Returns P, the number of graphs. */
  public int period() {
    return sequence.size();
  }

  /** Returns the weight of an edge in each of the graphs; 0 where the edge is not there. */
  public float[] weights(String one, String other) {
    float[] weights = new float[sequence.size()];
    for (int phase = 0; phase < weights.length; phase++) {
      weights[phase] = (float) sequence.get(phase).weight(places.get(one), places.get(other));
    }
    return weights;
  }
}

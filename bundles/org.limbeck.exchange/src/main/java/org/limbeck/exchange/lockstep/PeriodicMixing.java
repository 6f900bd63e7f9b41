package org.limbeck.exchange.lockstep;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.exchange.state.PublicCopy;

/**
 * Mixes what has come over the edges of a {@link PeriodicChannel}: the rows of each phase by the
 * graph of that phase. If the aggregation rule conserves the sum it does so edge by edge, as each
 * edge has public copies of its own; else with all neighbours at once.
 *
 * @param edges the edges in ascending order of the neighbours
 * @param phases the phases of rows, in the round at hand
 * @param period the number of phases
 * @param width values per row
 * @param conserves whether the rule conserves the sum
 */
record PeriodicMixing(
    List<PeriodicEdge> edges, RowPhases phases, int period, int width, boolean conserves) {

  /** Mixes the rows of a round; those whom no neighbour is due for count as exchanged too. */
  void mix(Block selected, Estimate estimate, float gamma) {
    for (int phase = 0; phase < period; phase++) {
      Block rows = rowsIn(phase, selected);
      if (rows.rows() > 0) {
        mix(phase, rows, estimate, gamma);
      }
    }
  }

  private void mix(int phase, Block rows, Estimate estimate, float gamma) {
    List<Peer> peers = new ArrayList<>();
    Block own = rows;
    boolean mixed = false;
    for (PeriodicEdge edge : edges) {
      if (edge.weight(phase) > 0) {
        own = read(edge.own().copy(), rows);
        peers.add(new Peer(edge.peer(), edge.weight(phase), read(edge.theirs().copy(), rows)));
        if (conserves) {
          estimate.mix(own, peers, gamma);
          peers.clear();
          mixed = true;
        }
      }
    }
    if (!mixed) {
      estimate.mix(own, peers, gamma);
    }
  }

  private Block rowsIn(int phase, Block selected) {
    Block rows = new Block(selected.rows(), width);
    int count = 0;
    for (int i = 0; i < selected.rows(); i++) {
      if (phases.of(selected.ids()[i]) == phase) {
        rows.ids()[count++] = selected.ids()[i];
      }
    }
    rows.rows(count);
    return rows;
  }

  private Block read(PublicCopy copy, Block rows) {
    Block values = new Block(rows.rows(), width);
    copy.read(rows, values);
    return values;
  }
}

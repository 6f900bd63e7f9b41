package org.limbeck.exchange.lockstep;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/**
 * Mixes what has come over the edges of a {@link PeriodicChannel}: the rows of each phase by the
 * graph of that phase. If the aggregation rule conserves the sum it does so edge by edge, as each
 * edge has public copies of its own; else with all neighbours at once.
 *
 * @param edges the edges in ascending order of the neighbours
 * @param phases the phases of rows, in the round at hand
 * @param period the number of phases
 * @param conserves whether the rule conserves the sum
 */
record PeriodicMixing(List<PeriodicEdge> edges, RowPhases phases, int period, boolean conserves) {

  /** Mixes the rows of a round; those whom no neighbour is due for count as exchanged too. */
  void mix(Block selected, Estimate estimate, float gamma, MixingBuffers buffers) {
    for (int phase = 0; phase < period; phase++) {
      select(phase, selected, buffers.rows());
      if (buffers.rows().rows() > 0) {
        mix(phase, estimate, gamma, buffers);
      }
    }
  }

  private void mix(int phase, Estimate estimate, float gamma, MixingBuffers buffers) {
    List<Peer> peers = new ArrayList<>();
    Block own = buffers.rows();
    boolean mixed = false;
    for (PeriodicEdge edge : edges) {
      if (edge.weight(phase) > 0) {
        Block theirs = buffers.theirs().get(peers.size());
        own = buffers.own();
        edge.own().copy().read(buffers.rows(), own);
        edge.theirs().copy().read(buffers.rows(), theirs);
        peers.add(new Peer(edge.peer(), edge.weight(phase), theirs));
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

  private void select(int phase, Block selected, Block into) {
    int count = 0;
    for (int i = 0; i < selected.rows(); i++) {
      if (phases.of(selected.ids()[i]) == phase) {
        into.ids()[count++] = selected.ids()[i];
      }
    }
    into.rows(count);
  }
}

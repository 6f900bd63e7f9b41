package org.limbeck.engine.run;

import java.util.List;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.consensus.SpectralGap;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.exchange.mixing.MixingWeights;

/** Says how fast the graph of a network mixes. */
final class GraphMixing {
  private static final int DRAWS = 200;
  private static final int MOST_DEVICES = 2_000;

  private GraphMixing() {}

  /** Returns the graph, or a few draws of it, or those that follow each other. */
  static List<Graph> graphs(DeviceNetwork network) {
    return network.neighbours().graphs(DRAWS);
  }

  /** Returns how fast it mixes: no gap of a large network, and of graphs that follow each other. */
  static Mixing of(DeviceNetwork network, MixingWeights weights) {
    double gap =
        network.graph().size() > MOST_DEVICES || network.neighbours().sequence().isPresent()
            ? Double.NaN
            : SpectralGap.ofDraws(graphs(network), weights).gap();
    return new Mixing(network.neighbours().isTimeVarying(), gap);
  }
}

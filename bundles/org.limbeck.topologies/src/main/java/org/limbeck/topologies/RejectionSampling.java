package org.limbeck.topologies;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.limbeck.api.topology.Graph;

/** Draws graphs until one is connected. */
final class RejectionSampling {

  private RejectionSampling() {}

  /** Returns the first connected graph; empty if there is none among so many draws. */
  static Optional<Graph> untilConnected(int draws, Supplier<Optional<Graph>> draw) {
    return Stream.generate(draw)
        .limit(draws)
        .flatMap(Optional::stream)
        .filter(graph -> graph.components().size() == 1)
        .findFirst();
  }
}

package org.limbeck.engine.device;

import java.util.Collection;

/**
 * Keeps a device that does not wait from running ahead of the network. What nobody has taken in yet
 * would wait somewhere, ever longer; and a device that takes its own latest decisions for those of
 * all, while no flow answers them, teaches itself. One neighbour that keeps up is enough to go on,
 * so that nobody waits for a slow one.
 */
final class SendWindow {
  private static final long MOST_UNDER_WAY = 8;
  private static final int MOST_QUIET_ROUNDS = 64;

  private boolean hasNews;
  private int quietRounds;

  /** Takes note that a frame has been taken in, which its sender waits to hear. */
  void heard() {
    hasNews = true;
  }

  /** Returns whether there is nobody to wait for, or someone keeps up with so many frames. */
  boolean isOpen(long sent, Collection<Edge> edges) {
    return edges.isEmpty()
        || edges.stream().anyMatch(edge -> edge.isEstablished() && edge.lag(sent) < MOST_UNDER_WAY);
  }

  /** Takes note that a frame is sent. */
  void spoken() {
    hasNews = false;
    quietRounds = 0;
  }

  /**
   * Counts a round in which no values are sent, and returns whether something must be said
   * nevertheless: what has come is acknowledged, and what was sent last may be lost.
   */
  boolean mustSpeak() {
    quietRounds++;
    return hasNews || quietRounds >= MOST_QUIET_ROUNDS;
  }
}

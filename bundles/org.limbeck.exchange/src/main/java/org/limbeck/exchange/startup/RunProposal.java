package org.limbeck.exchange.startup;

import java.util.NavigableMap;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerSession;
import org.limbeck.exchange.discovery.RunIdentity;

/**
 * The run that a process is ready for.
 *
 * @param experiment what identifies its experiment
 * @param sessions those of all devices
 * @param run what identifies it
 */
record RunProposal(String experiment, NavigableMap<String, PeerSession> sessions, String run) {

  /** Proposes the run of an experiment in some sessions. */
  static RunProposal of(String experiment, NavigableMap<String, PeerSession> sessions) {
    return new RunProposal(experiment, sessions, RunIdentity.of(experiment, sessions));
  }

  /**
   * Returns whether who says something knows of all these sessions, so that it was not said in
   * another run; the experiment may be another one.
   */
  boolean isKnownTo(Announcement said) {
    String expected =
        said.experiment().equals(experiment) || said.run().isEmpty()
            ? run
            : RunIdentity.of(said.experiment(), sessions);
    return said.run().equals(expected);
  }
}

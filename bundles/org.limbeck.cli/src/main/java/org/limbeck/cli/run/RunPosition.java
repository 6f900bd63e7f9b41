package org.limbeck.cli.run;

import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.event.RunStarted;

/** How far an experiment has come. */
public final class RunPosition implements RunObserver {
  private String label = "";
  private long round;
  private long rounds;

  /** Begins with another run of the experiment. */
  void begin(String label) {
    this.label = label;
  }

  /** Returns whether a run has begun. */
  boolean isReached() {
    return rounds > 0;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunStarted started) {
      round = 0;
      rounds = started.rounds();
    } else if (event instanceof RunRestored restored) {
      round = restored.round();
    } else if (event instanceof RoundCompleted completed) {
      round = completed.round() + 1;
    }
  }

  /** Returns such as {@code stopped after round 120 of 500}. */
  @Override
  public String toString() {
    return label + "stopped after round " + round + " of " + Math.max(round, rounds);
  }
}

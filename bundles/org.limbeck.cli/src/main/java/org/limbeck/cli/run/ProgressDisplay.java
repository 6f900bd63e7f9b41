package org.limbeck.cli.run;

import org.limbeck.api.event.RunObserver;

/** Shows how far a run has come. */
public interface ProgressDisplay extends RunObserver, AutoCloseable {

  /** Leaves the terminal as it is to be left, wherever the run ended. */
  @Override
  default void close() {}
}

package org.limbeck.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told what happens in runs. Observers that are registered as services hear of every run. Events
 * of one run come one at a time, between rounds: the run waits until the observer returns.
 */
@ConsumerType
@FunctionalInterface
public interface RunObserver {

  /** Takes note of an event. An exception from here ends the run. */
  void on(RunEvent event);
}

package org.limbeck.engine.control;

import org.osgi.annotation.versioning.ConsumerType;

/** Lets a person at the terminal steer the runs of this system. An OSGi service. */
@ConsumerType
@FunctionalInterface
public interface Shell {

  /**
   * Reads commands from standard input and carries them out.
   *
   * @throws InterruptedException if the thread is interrupted; returns when the person leaves
   */
  void run() throws InterruptedException;
}

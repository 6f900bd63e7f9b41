package org.limbeck.api.observer;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Opens observers of the runs whose experiments choose it by name, one for each run. Nothing that
 * an observer does affects the result of a run. Safe for use by several threads at once.
 */
@ConsumerType
@FunctionalInterface
public interface ObserverFactory {

  /**
   * Opens an observer, before the run begins or goes on. What an earlier attempt at the same run
   * has left in its folder may be there still.
   *
   * @throws IOException if the observer cannot write what it is to write; the message says what and
   *     where, and ends the run
   */
  OpenObserver open(ObservedRun run) throws IOException;
}

package org.limbeck.engine.binding;

import java.util.Optional;
import org.osgi.framework.Bundle;

/** A plug-in's service for as long as it is open. */
interface ServiceLease extends AutoCloseable {

  /**
   * A service that was taken.
   *
   * @param service the service
   * @param version the version of its bundle
   */
  record Taken(Object service, String version) {}

  /** Returns what was taken. */
  Taken taken();

  /** Returns whether the service that was taken is still the one that is offered. */
  boolean isCurrent();

  /** Returns the bundle of the service that is offered now. */
  Optional<Bundle> bundle();

  /**
   * Takes the service that is offered now in the place of the one that was taken.
   *
   * @throws org.limbeck.experiment.InvalidInputException if there is none, with the reason
   */
  void renew();

  /** Goes back to what was taken before. */
  void goBackTo(Taken before);

  /** Deletes the configuration, and waits a little until the service is gone. */
  @Override
  void close();
}

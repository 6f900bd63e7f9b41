package org.limbeck.engine.wiring;

import java.util.Optional;
import org.osgi.framework.Bundle;

/** A plug-in's service for as long as it is open. */
interface ServiceLease extends AutoCloseable {

  /** Returns the service. */
  Object service();

  /** Returns whether the service that was taken is still the one that is offered. */
  boolean isCurrent();

  /** Returns the version of the bundle whose service was taken. */
  String version();

  /** Returns the bundle of the service that is offered now. */
  Optional<Bundle> bundle();

  /**
   * Takes the service that is offered now in the place of the one that was taken.
   *
   * @throws org.limbeck.engine.experiment.InvalidInputException if there is none, with the reason
   */
  void renew();

  /** Deletes the configuration, and waits a little until the service is gone. */
  @Override
  void close();
}

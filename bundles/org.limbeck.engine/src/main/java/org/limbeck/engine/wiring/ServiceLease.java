package org.limbeck.engine.wiring;

/** A plug-in's service for as long as it is open. */
interface ServiceLease extends AutoCloseable {

  /** Returns the service. */
  Object service();

  /** Gives the service back and deletes its configuration. */
  @Override
  void close();
}

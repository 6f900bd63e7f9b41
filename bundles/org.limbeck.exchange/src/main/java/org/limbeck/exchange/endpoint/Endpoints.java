package org.limbeck.exchange.endpoint;

/** Gives devices their places on the transport. */
@FunctionalInterface
public interface Endpoints {

  /** Returns the place of device n, at which no other device object stands. */
  Endpoint endpoint(int n);
}

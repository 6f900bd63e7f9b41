package org.limbeck.engine.device;

/** Gives devices their places on the transport. */
@FunctionalInterface
public interface Stations {

  /** Returns the place of device n, at which no other device object stands. */
  Station station(int n);
}

package org.limbeck.exchange.endpoint;

/** A network whose time passes with the rounds of a run, and not with the clock. */
public interface Clocked {

  /** Lets one unit of time pass: delivers what is due. */
  void tick();
}

package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Stateful;

/**
 * What an algorithm of the SGD family does with the weights of a device beside its training steps.
 * Keeps nothing between rounds unless it says so.
 */
interface WeightExchange extends LocalTraining.Correction, Stateful {

  /**
   * Returns whether a device sends the weights with which a round begins, and trains while they
   * travel. If not, it trains first and sends what it then has.
   */
  default boolean overlapsTraining() {
    return false;
  }

  /** Returns whether the device makes its training steps in a round. */
  default boolean trains(long round) {
    return true;
  }

  /** Is called before the steps of every round in which the device trains. */
  default void beforeSteps() {}

  @Override
  default void afterStep(float stepSize) {}

  /** Sends weights at the end of an interval. */
  void send(long round);

  /** Moves the weights by what has come, later in the same round. */
  void receive(long round);

  @Override
  default void save(DataOutput out) throws IOException {}

  @Override
  default void restore(DataInput in) throws IOException {}
}

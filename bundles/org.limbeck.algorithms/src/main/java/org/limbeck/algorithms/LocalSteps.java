package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Device;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** Makes the training steps of a device on private rows, as its training says. */
interface LocalSteps {

  /** The steps of one round. */
  @FunctionalInterface
  interface Round {

    /**
     * Draws private rows and makes a step.
     *
     * @param batch receives the rows
     * @param lesson what to learn from: that batch, and perhaps reference rows
     */
    void step(PrivateBatch batch, Lesson lesson, float stepSize, Losses losses);
  }

  /** Returns the most private rows of a step. */
  int capacity();

  /** Returns the steps of a round. */
  Round in(long round);

  /** Returns plain steps, or private ones if the training of the device is private. */
  static LocalSteps of(Device device) {
    return device
        .training()
        .mechanism(device.data().rows())
        .<LocalSteps>map(mechanism -> new DpSgdSteps(device, mechanism))
        .orElseGet(() -> new SgdSteps(device));
  }
}

package org.limbeck.api.algorithm;

import java.util.Optional;
import org.limbeck.api.architecture.GaussianMechanism;

/**
 * How much a device trains in a round, and how.
 *
 * @param localSteps training steps per round, at least 1
 * @param batch private rows per step, at least 1; a device with fewer rows takes them all. With
 *     privacy it is the expected number of them
 * @param privacy how the private rows are protected, if they are
 */
public record Training(int localSteps, int batch, Optional<Privacy> privacy) {

  /** Makes a training without differential privacy. */
  public Training(int localSteps, int batch) {
    this(localSteps, batch, Optional.empty());
  }

  /**
   * Returns the probability q with which each step of a private training takes a private row.
   *
   * @param rows the number of private rows
   */
  public double samplingRate(int rows) {
    return rows == 0 ? 0 : Math.min(1, (double) batch / rows);
  }

  /**
   * Returns what protects the steps, if the training is private.
   *
   * @param rows the number of private rows
   */
  public Optional<GaussianMechanism> mechanism(int rows) {
    return privacy.map(
        p -> new GaussianMechanism(p.clip(), p.noise(), Math.min(batch, Math.max(1, rows))));
  }
}

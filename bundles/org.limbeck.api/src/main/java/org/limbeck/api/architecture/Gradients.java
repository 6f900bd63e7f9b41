package org.limbeck.api.architecture;

import org.osgi.annotation.versioning.ConsumerType;

/** The capability of a model to state the gradient of its objective, for diagnostics. */
@ConsumerType
public interface Gradients {

  /**
   * Computes the gradient of the {@link Objective} of {@code lesson} without changing the model.
   *
   * @param lesson the batches, of any number of rows
   * @param into receives the gradient in its first {@link Model#parameters()} places, in the order
   *     of {@link Weights#get} where the model has that capability too
   */
  void gradient(Lesson lesson, float[] into);
}

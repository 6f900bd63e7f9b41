package org.limbeck.api.architecture;

import org.osgi.annotation.versioning.ConsumerType;

/** The capability of a model to hand out and take its parameters as one vector. */
@ConsumerType
public interface Weights {

  /** Returns the number of weights; equals {@link Model#parameters()}. */
  int count();

  /** Copies the weights into the first {@link #count()} places of {@code into}. */
  void get(float[] into);

  /** Replaces the weights by the first {@link #count()} places of {@code from}. */
  void set(float[] from);
}

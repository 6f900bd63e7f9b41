package org.limbeck.api.architecture;

/**
 * What a private step does to the gradients of its private rows: each is scaled down to an L2 norm
 * of {@code clip} if it is longer, N(0, noise² clip² I) is added to their sum, and that is divided
 * by {@code expectedRows}.
 *
 * @param clip C, above 0; infinite for no clipping, which protects nothing
 * @param noise σ, at least 0; 0 protects nothing
 * @param expectedRows how many private rows a step has on average, above 0: not how many it has,
 *     which is private too
 */
public record GaussianMechanism(float clip, float noise, float expectedRows) {

  /** Returns the standard deviation of the noise on the gradient that a step goes down. */
  public float deviation() {
    return noise == 0 ? 0 : noise * clip / expectedRows;
  }
}

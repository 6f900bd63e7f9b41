package org.limbeck.api.event;

/**
 * The differential privacy of a device's private rows against everything that its training has let
 * out so far: (ε, δ) for adding or removing one row.
 *
 * @param epsilon ε, 0 or more; NaN if nothing is guaranteed
 * @param delta δ; NaN likewise
 */
public record PrivacyGuarantee(double epsilon, double delta) {
  /** Nothing is guaranteed. */
  public static final PrivacyGuarantee NONE = new PrivacyGuarantee(Double.NaN, Double.NaN);

  /** Returns whether there is a guarantee. */
  public boolean exists() {
    return !Double.isNaN(epsilon);
  }
}

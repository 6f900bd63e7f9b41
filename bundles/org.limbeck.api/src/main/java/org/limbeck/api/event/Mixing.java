package org.limbeck.api.event;

/**
 * How fast the communication graph brings devices together that average with their neighbours.
 *
 * @param timeVarying whether the graph is another one from round to round
 * @param spectralGap 1 − the second largest modulus of an eigenvalue of the mixing matrix W, 0 to
 *     1; of a graph that is drawn anew every round, 1 − √λ₂(E[WᵀW]); NaN if it is not known, or
 *     graphs follow each other in a fixed order
 */
public record Mixing(boolean timeVarying, double spectralGap) {
  /** Nothing is said of it. */
  public static final Mixing UNKNOWN = new Mixing(false, Double.NaN);
}

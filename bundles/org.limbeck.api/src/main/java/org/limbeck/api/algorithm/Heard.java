package org.limbeck.api.algorithm;

/**
 * Of how many devices a server has values in a round.
 *
 * @param sent of those that have sent some
 * @param asked of those that have offered some and were asked
 */
public record Heard(int sent, int asked) {

  /** Returns how many devices these are. */
  public int all() {
    return sent + asked;
  }
}

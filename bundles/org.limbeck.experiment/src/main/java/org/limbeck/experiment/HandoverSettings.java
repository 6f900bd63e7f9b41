package org.limbeck.experiment;

/**
 * How a new model learns what is known before it takes over: steps of distillation on the reference
 * data.
 *
 * @param steps how many, at least 0
 * @param batch reference rows per step, at least 1; all of them if there are fewer
 * @param stepSize η, above 0
 */
public record HandoverSettings(int steps, int batch, float stepSize) {
  /** What is used where an experiment says nothing. */
  public static final HandoverSettings DEFAULT = new HandoverSettings(300, 64, 0.2f);
}

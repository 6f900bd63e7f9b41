package org.limbeck.api.architecture;

/** Adds up the losses of training steps. Not safe for use by several threads at once. */
public final class Losses {
  private double local;
  private double distillation;
  private int steps;

  /**
   * Adds the losses of one step.
   *
   * @param localLoss mean cross-entropy of the private rows, in nats
   * @param distillationLoss mean distance from the targets, without ρ
   */
  public void add(double localLoss, double distillationLoss) {
    local += localLoss;
    distillation += distillationLoss;
    steps++;
  }

  /** Returns the mean local loss of the steps added since the last reset; 0 if none. */
  public double local() {
    return steps == 0 ? 0 : local / steps;
  }

  /** Returns the mean distillation loss of the steps added since the last reset; 0 if none. */
  public double distillation() {
    return steps == 0 ? 0 : distillation / steps;
  }

  /** Forgets all steps. */
  public void reset() {
    local = 0;
    distillation = 0;
    steps = 0;
  }
}

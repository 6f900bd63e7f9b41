package org.limbeck.experiment;

/** The numbers of an experiment that can be swapped while it goes on. All are at least 1. */
public enum SwappableNumber {
  /** How many steps a device trains in a round. */
  LOCAL_STEPS("localSteps", Integer.MAX_VALUE),
  /** How many private rows a step takes. */
  BATCH("batch", Integer.MAX_VALUE),
  /** The rounds between two evaluations. */
  EVALUATE_EVERY("evaluateEvery", Long.MAX_VALUE);

  private final String key;
  private final long max;

  SwappableNumber(String key, long max) {
    this.key = key;
    this.max = max;
  }

  /** Returns the key of the number in an experiment file. */
  public String key() {
    return key;
  }

  /** Returns the largest value that is allowed. */
  public long max() {
    return max;
  }

  /** Returns the number in an experiment. */
  public long of(Experiment experiment) {
    return switch (this) {
      case LOCAL_STEPS -> experiment.training().localSteps();
      case BATCH -> experiment.training().batch();
      case EVALUATE_EVERY -> experiment.evaluateEvery();
    };
  }

  /** Sets the number in an experiment that is being made. */
  public void set(ExperimentBuilder experiment, long value) {
    switch (this) {
      case LOCAL_STEPS -> experiment.localSteps(value);
      case BATCH -> experiment.batch(value);
      case EVALUATE_EVERY -> experiment.evaluateEvery(value);
    }
  }
}

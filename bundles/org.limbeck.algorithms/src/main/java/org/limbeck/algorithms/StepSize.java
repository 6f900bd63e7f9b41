package org.limbeck.algorithms;

import java.util.function.DoubleUnaryOperator;

/**
 * A step-size schedule.
 *
 * @param initial η_0, above 0
 * @param decay how fast it falls, at least 0
 * @param schedule the law by which it falls
 */
public record StepSize(float initial, float decay, Schedule schedule) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is violated
   */
  public StepSize {
    if (!(initial > 0) || !(decay >= 0)) {
      throw new IllegalArgumentException(
          "stepSize is above 0 and decay 0 or more, not " + initial + " and " + decay);
    }
  }

  /** Makes the schedule that the options of an algorithm say. */
  static StepSize of(float stepSize, String schedule, float decay) {
    return new StepSize(stepSize, decay, Schedule.named(schedule));
  }

  /** How a step size falls with the round t. */
  @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
  public enum Schedule {
    /** η_t = η_0. */
    CONSTANT(decayed -> 1),
    /** η_t = η_0 / (1 + decay · t): Σ η_t diverges and Σ η_t² converges. */
    INVERSE(decayed -> 1 / (1 + decayed)),
    /** η_t = η_0 / √(1 + decay · t). */
    INVERSE_SQRT(decayed -> 1 / Math.sqrt(1 + decayed));

    private final DoubleUnaryOperator factor;

    Schedule(DoubleUnaryOperator factor) {
      this.factor = factor;
    }

    static Schedule named(String name) {
      return valueOf(OptionChoice.constant(name));
    }
  }

  /** Returns η_t for round t. */
  float at(long round) {
    return (float) (initial * schedule.factor.applyAsDouble((double) decay * round));
  }
}

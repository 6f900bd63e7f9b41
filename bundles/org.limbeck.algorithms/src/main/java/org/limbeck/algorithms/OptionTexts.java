package org.limbeck.algorithms;

/** The descriptions of options that several algorithms have. */
final class OptionTexts {
  static final String EXCHANGE_EVERY = "Rounds from one exchange to the next, 1 or more";

  static final String FRACTION =
      "C, the share of the devices that take part in an interval, above 0 to 1; at least one does";

  static final String LEAST_FRACTION = "0.001";

  static final String STEP_SIZE = "The step size of the first round, 0.000001 or more";

  static final String SCHEDULE = "How the step size falls with the round t";

  static final String DECAY = "How fast it falls: by 1 + decay t, or the root of that; 0 or more";

  static final String REGULARIZATION =
      "Rho, the weight of the distillation loss beside the local loss, 0 or more";

  static final String REFERENCE_BATCH =
      "Reference rows per exchange, 1 or more; all of them if there are fewer";

  static final String TARGET_DISTANCE = "The distance from the targets";

  static final String CONSENSUS_BATCH =
      "Rows of the latest exchange per training step, 1 or more; all if there are fewer";

  static final String WARM_UP =
      "Rounds of training on private rows alone before the first exchange, 0 or more";

  static final String LEAST_STEP_SIZE = "0.000001";

  private OptionTexts() {}
}

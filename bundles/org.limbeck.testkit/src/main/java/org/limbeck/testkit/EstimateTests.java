package org.limbeck.testkit;

/**
 * A part of the {@link AggregationRuleContract}. The parts are interfaces, so that all tests are
 * those of one class, and reported under its name.
 */
interface EstimateTests {

  /** Returns what opens the estimates, the same for one test. */
  EstimateLab lab();
}

package org.limbeck.testkit;

/**
 * A part of the {@link ArchitectureContract}. The parts are interfaces, so that all tests are those
 * of one class, and reported under its name.
 */
interface ModelTests {

  /** Returns what makes the models, the same for one test. */
  ModelLab lab();
}

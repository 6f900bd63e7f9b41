package org.limbeck.architectures.external.check;

import java.io.IOException;

/** One check: returns what it has seen. */
@FunctionalInterface
interface PropertyCheck {

  /**
   * Checks.
   *
   * @throws BrokenPromiseException if the property is not kept
   * @throws IllegalStateException if the program does not answer as it should
   */
  String run() throws BrokenPromiseException, IOException;
}

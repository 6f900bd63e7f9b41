package org.limbeck.architectures.external;

import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

/** All tests share one process, which a model of its own keeps alive. */
class ExternalContractTest extends ArchitectureContract {
  private static ExternalArchitecture architecture;

  @BeforeAll
  static void start() {
    architecture = new ExternalArchitecture(TestProgram.command(), 1, 60);
    architecture.create(new Shape(1, 1, 2), 2, new SplittableRandom(1));
  }

  @AfterAll
  static void end() {
    architecture.close();
  }

  @Override
  protected Architecture architecture() {
    return architecture;
  }
}

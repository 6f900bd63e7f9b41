package org.limbeck.architectures.external;

import org.junit.jupiter.api.AfterEach;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

/** Each model has a process of its own, and neither weights nor gradients. */
class ExternalProcessesContractTest extends ArchitectureContract {
  private final ExternalArchitecture architecture =
      new ExternalArchitecture(TestProgram.command("abilities=0"), 0, 60);

  @AfterEach
  void end() {
    architecture.close();
  }

  @Override
  protected Architecture architecture() {
    return architecture;
  }
}

package org.example.thirdparty;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

class RegressionContractTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Regression();
  }
}

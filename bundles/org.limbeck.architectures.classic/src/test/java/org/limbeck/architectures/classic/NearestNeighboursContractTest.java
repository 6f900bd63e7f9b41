package org.limbeck.architectures.classic;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

class NearestNeighboursContractTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new NearestNeighbours(5, 0.05f);
  }

  @Override
  protected boolean descends() {
    return false;
  }
}

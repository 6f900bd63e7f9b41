package org.limbeck.testkit;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.Model;
import org.limbeck.testkit.fixture.PlainSoftmax;

/** The contract of softmax regression, with every model wrapped in another that does otherwise. */
abstract class ModelContract extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return (input, classes, random) -> wrap(new PlainSoftmax().create(input, classes, random));
  }

  Model wrap(Model model) {
    return model;
  }
}

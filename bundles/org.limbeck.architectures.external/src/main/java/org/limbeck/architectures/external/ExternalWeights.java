package org.limbeck.architectures.external;

import org.limbeck.api.architecture.Weights;

/** The parameters of a model in a program. */
record ExternalWeights(ExternalModel model) implements Weights {

  @Override
  public int count() {
    return model.parameters();
  }

  @Override
  public void get(float[] into) {
    model.getWeights(into);
  }

  @Override
  public void set(float[] from) {
    model.setWeights(from);
  }
}

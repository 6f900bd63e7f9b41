package org.limbeck.weightings;

import org.limbeck.api.weighting.Weighting;
import org.limbeck.testkit.WeightingContract;

class UniformWeightingTest extends WeightingContract {
  @Override
  protected Weighting weighting() {
    return new UniformWeighting();
  }
}

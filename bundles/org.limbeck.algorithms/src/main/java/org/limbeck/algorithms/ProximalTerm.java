package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;

/**
 * The term μ/2 ‖w − w_global‖² of FedProx. A step of the model on its own loss is followed by the
 * proximal step of this term, w ← (w + η μ w_global) / (1 + η μ), which no μ makes unstable.
 */
final class ProximalTerm implements GlobalModel {
  private final float mu;
  private final WeightRows weights;
  private final WeightVector global;

  /**
   * Makes the term around the model's present weights.
   *
   * @param mu μ, at least 0
   */
  ProximalTerm(float mu, WeightRows weights) {
    this.mu = mu;
    this.weights = weights;
    this.global = new WeightVector(weights.count());
    weights.copyTo(global.values());
  }

  @Override
  public void replace(Block latest) {
    System.arraycopy(latest.values(), 0, global.values(), 0, weights.count());
  }

  @Override
  public void afterStep(float stepSize) {
    double pull = (double) stepSize * mu;
    float share = (float) (pull / (1 + pull));
    Block own = weights.get();
    float[] w = own.values();
    float[] center = global.values();
    for (int i = 0; i < center.length; i++) {
      w[i] = Math.fma(share, center[i] - w[i], w[i]);
    }
    weights.set(own);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    global.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    global.restore(in);
  }
}

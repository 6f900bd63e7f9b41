package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;

/**
 * The exchange of FedProx: federated averaging with the term μ/2 ‖w − w_global‖². A step of the
 * model on its own loss is followed by the proximal step of this term, w ← (w + η μ w_global) / (1
 * + η μ), which no μ makes unstable. Keeps the weights that the server sent last.
 */
final class ProximalAveraging extends FederatedAveraging {
  private final WeightRows weights;
  private final float mu;
  private final WeightVector global;

  /**
   * Begins with the term around the model's present weights.
   *
   * @param mu μ, at least 0
   */
  ProximalAveraging(
      Device device,
      SgdOptions options,
      WeightRows weights,
      Participation participation,
      float mu) {
    super(device, options, weights, participation);
    this.weights = weights;
    this.mu = mu;
    this.global = new WeightVector(weights.count());
    weights.copyTo(global.values());
  }

  @Override
  void takeOver(Block mean) {
    super.takeOver(mean);
    System.arraycopy(mean.values(), 0, global.values(), 0, weights.count());
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

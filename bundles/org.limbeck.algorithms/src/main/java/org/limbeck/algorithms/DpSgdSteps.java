package org.limbeck.algorithms;

import java.util.random.RandomGenerator;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.PrivateSteps;

/** Differentially private steps on Poisson samples. */
final class DpSgdSteps implements LocalSteps {
  private final Device device;
  private final GaussianMechanism mechanism;
  private final PrivateSteps model;
  private final PoissonSampler sampler;

  /**
   * Makes the steps of a device.
   *
   * @throws IllegalArgumentException if its model cannot make private steps
   */
  DpSgdSteps(Device device, GaussianMechanism mechanism) {
    int rows = device.data().rows();
    this.device = device;
    this.mechanism = mechanism;
    this.model =
        device
            .model()
            .capability(PrivateSteps.class)
            .orElseThrow(() -> new IllegalArgumentException("the model cannot learn with privacy"));
    this.sampler = new PoissonSampler(rows, device.training().samplingRate(rows));
  }

  @Override
  public int capacity() {
    return sampler.capacity();
  }

  @Override
  public Round in(long round) {
    RandomGenerator rows = device.stream("private-batch", round);
    RandomGenerator noise = device.stream("privacy-noise", round);
    return (batch, lesson, stepSize, losses) -> {
      batch.draw(device.data(), sampler, rows);
      model.privateStep(lesson, stepSize, mechanism, noise, losses);
    };
  }
}

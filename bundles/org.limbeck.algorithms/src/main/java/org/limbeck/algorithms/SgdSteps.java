package org.limbeck.algorithms;

import java.util.random.RandomGenerator;
import org.limbeck.api.algorithm.Device;

/** Steps on batches of a fixed size, drawn uniformly. */
final class SgdSteps implements LocalSteps {
  private final Device device;
  private final UniformSampler sampler;

  SgdSteps(Device device) {
    this.device = device;
    this.sampler = new UniformSampler(device.data().rows(), device.training().batch());
  }

  @Override
  public int capacity() {
    return sampler.capacity();
  }

  @Override
  public Round in(long round) {
    RandomGenerator random = device.stream("private-batch", round);
    return (batch, lesson, stepSize, losses) -> {
      batch.draw(device.data(), sampler, random);
      device.model().step(lesson, stepSize, losses);
    };
  }
}

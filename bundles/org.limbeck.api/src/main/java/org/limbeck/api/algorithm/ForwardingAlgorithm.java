package org.limbeck.api.algorithm;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * An algorithm that passes every call on to another one, those of default methods too. What wraps
 * one extends this, and overrides what it changes.
 */
@ConsumerType
public abstract class ForwardingAlgorithm implements Algorithm {
  private final Algorithm algorithm;

  /** Forwards to another one. */
  protected ForwardingAlgorithm(Algorithm algorithm) {
    this.algorithm = algorithm;
  }

  @Override
  public Participant join(Device device) {
    return algorithm.join(device);
  }

  @Override
  public boolean exchangesWeights() {
    return algorithm.exchangesWeights();
  }

  @Override
  public boolean isAsynchronous() {
    return algorithm.isAsynchronous();
  }

  @Override
  public boolean poolsData() {
    return algorithm.poolsData();
  }

  @Override
  public boolean trainsPrivately() {
    return algorithm.trainsPrivately();
  }
}

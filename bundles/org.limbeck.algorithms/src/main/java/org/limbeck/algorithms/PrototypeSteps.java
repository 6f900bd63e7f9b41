package org.limbeck.algorithms;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Scratch;
import org.limbeck.api.architecture.EmbeddingTargets;
import org.limbeck.api.architecture.Embeddings;

/**
 * Steps on batches of a fixed size, drawn uniformly, in which the embedding of each row is pulled
 * towards the prototype of its class: the loss has λ times the mean of ‖h − C‖² / width, as in the
 * authors' code, so that λ means the same for embeddings of any width.
 */
final class PrototypeSteps implements LocalSteps {
  private final Device device;
  private final Embeddings embeddings;
  private final GlobalPrototypes prototypes;
  private final UniformSampler sampler;
  private final Targets targets;

  PrototypeSteps(
      Device device, Embeddings embeddings, GlobalPrototypes prototypes, float regularization) {
    this.device = device;
    this.embeddings = embeddings;
    this.prototypes = prototypes;
    this.sampler = new UniformSampler(device.data().rows(), device.training().batch());
    this.targets =
        new Targets(sampler.capacity(), embeddings.width(), regularization / embeddings.width());
  }

  @Override
  public int capacity() {
    return sampler.capacity();
  }

  @Override
  public Round in(long round) {
    RandomGenerator random = device.stream("private-batch", round);
    EmbeddingTargets aims = device.scratch(targets);
    return (batch, lesson, stepSize, losses) -> {
      batch.draw(device.data(), sampler, random);
      prototypes.select(batch.labels(), batch.inputs().rows(), aims.rows());
      embeddings.embeddingStep(lesson, aims, stepSize, losses);
    };
  }

  private record Targets(int rows, int width, float weight) implements Scratch<EmbeddingTargets> {

    @Override
    public EmbeddingTargets make() {
      return new EmbeddingTargets(new Block(rows, width), weight);
    }
  }
}

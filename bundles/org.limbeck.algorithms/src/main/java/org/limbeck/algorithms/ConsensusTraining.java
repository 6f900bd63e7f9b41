package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.Stateful;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/**
 * Steps of a device's model on private batches and towards a consensus. Keeps the consensus between
 * rounds.
 */
final class ConsensusTraining implements Stateful {
  private final Device device;
  private final ConsensusOptions options;
  private final LocalSteps localSteps;
  private final ConsensusBuffers.Sizes sizes;
  private final ServerConsensus consensus;

  /**
   * Begins with an empty consensus.
   *
   * @param capacity the most rows of the consensus
   */
  ConsensusTraining(Device device, ConsensusOptions options, int capacity) {
    this.device = device;
    this.options = options;
    this.localSteps = LocalSteps.of(device);
    this.sizes = ConsensusBuffers.Sizes.of(device, localSteps, options);
    this.consensus = new ServerConsensus(capacity, device.classes());
  }

  /** Returns the buffers of the present call. */
  ConsensusBuffers buffers() {
    return device.scratch(sizes);
  }

  ServerConsensus consensus() {
    return consensus;
  }

  /** Makes the steps of a round. */
  void run(long round, Losses losses) {
    ConsensusBuffers buffers = buffers();
    LocalSteps.Round steps = localSteps.in(round);
    RandomGenerator random = device.stream("digested-batch", round);
    UniformSampler digested = buffers.digested(consensus.size(), options.distillationBatch());
    float eta = options.stepSize().at(round);
    for (int step = 0; step < device.training().localSteps(); step++) {
      int rows = digested.draw(random, buffers.places());
      digest(buffers.places(), rows, buffers.lesson());
      steps.step(buffers.privateBatch(), buffers.lesson(), eta, losses);
    }
  }

  /** Returns the lesson of all private rows and all of the consensus. */
  Lesson fullLesson() {
    int rows = consensus.size();
    Lesson lesson = sizes.lesson(PrivateBatch.all(device.data(), sizes.features()), rows);
    digest(IntStream.range(0, rows).toArray(), rows, lesson);
    return lesson;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    consensus.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    consensus.restore(in);
  }

  /** Makes rows of the consensus the targets of a lesson. */
  private void digest(int[] places, int count, Lesson lesson) {
    consensus.copy(places, count, lesson.targets());
    lesson.referenceInputs().selectLike(lesson.targets());
    ReferenceRows.read(device.reference(), lesson.referenceInputs());
  }
}

package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** A device of FedMD: what it keeps between rounds is the consensus of the latest exchange. */
final class FedMdLearner implements Participant {
  private final Device device;
  private final FedMd.Options options;
  private final LocalSteps localSteps;
  private final FedMdBuffers.Sizes sizes;
  private final FedMdConsensus consensus;
  private final ServerChannel server;

  FedMdLearner(Device device, FedMd.Options options) {
    this.device = device;
    this.options = options;
    this.localSteps = LocalSteps.of(device);
    this.sizes = FedMdBuffers.Sizes.of(device, localSteps, options);
    this.consensus = new FedMdConsensus(sizes.exchangedRows(), device.classes());
    this.server = device.openServer(device.reference().rows(), device.classes(), this::select, 1);
  }

  @Override
  public void begin(long round) {
    if (options.exchanges().isDue(round)) {
      FedMdBuffers buffers = device.scratch(sizes);
      Block inputs = buffers.inputs();
      inputs.rows(select(round, inputs.ids()));
      ReferenceRows.read(device.reference(), inputs);
      device.model().predict(inputs, buffers.decisions());
      server.send(round, buffers.decisions());
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    if (options.exchanges().isDue(round)) {
      consensus.replace(server.mean(round));
    }
    FedMdBuffers buffers = device.scratch(sizes);
    LocalSteps.Round steps = localSteps.in(round);
    RandomGenerator digested = device.stream("digested-batch", round);
    for (int step = 0; step < device.training().localSteps(); step++) {
      int rows = Math.min(buffers.places().length, consensus.size());
      if (rows > 0) {
        buffers.digested().draw(digested, buffers.places());
      }
      digest(buffers.places(), rows, buffers.lesson());
      steps.step(buffers.privateBatch(), buffers.lesson(), options.stepSize().at(round), losses);
    }
  }

  @Override
  public Lesson fullLesson() {
    Lesson lesson =
        sizes.lesson(PrivateBatch.all(device.data(), sizes.features()), consensus.size());
    digest(IntStream.range(0, consensus.size()).toArray(), consensus.size(), lesson);
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

  /** Draws the rows of an exchange, the same on all devices. */
  private int select(long round, int[] ids) {
    if (!options.exchanges().isDue(round)) {
      return 0;
    }
    return device
        .scratch(sizes)
        .exchanged()
        .draw(device.sharedStream("reference-batch", round), ids);
  }
}

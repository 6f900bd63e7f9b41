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

/**
 * A device that distils from what a server makes of all devices' soft decisions. What it keeps
 * between rounds is the consensus of the latest exchange, and what its rule keeps.
 */
final class ConsensusLearner implements Participant {
  private final Device device;
  private final ConsensusOptions options;
  private final ConsensusRule rule;
  private final LocalSteps localSteps;
  private final ConsensusBuffers.Sizes sizes;
  private final ServerConsensus consensus;
  private final ServerChannel server;

  ConsensusLearner(Device device, ConsensusOptions options, ConsensusRule rule) {
    this.device = device;
    this.options = options;
    this.rule = rule;
    this.localSteps = LocalSteps.of(device);
    this.sizes = ConsensusBuffers.Sizes.of(device, localSteps, options);
    this.consensus = new ServerConsensus(sizes.exchangedRows(), device.classes());
    this.server = device.openServer(device.reference().rows(), device.classes(), this::select, 1);
  }

  @Override
  public void begin(long round) {
    if (options.exchanges().isDue(round)) {
      ConsensusBuffers buffers = device.scratch(sizes);
      Block inputs = buffers.inputs();
      inputs.rows(select(round, inputs.ids()));
      keepThoseAnswered(inputs);
      ReferenceRows.read(device.reference(), inputs);
      device.model().predict(inputs, buffers.decisions());
      server.send(round, buffers.decisions());
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    if (options.exchanges().isDue(round)) {
      consensus.replace(server.mean(round), rule);
      rule.complete(round, consensus);
    }
    ConsensusBuffers buffers = device.scratch(sizes);
    LocalSteps.Round steps = localSteps.in(round);
    RandomGenerator random = device.stream("digested-batch", round);
    UniformSampler digested = buffers.digested(consensus.size(), options.distillationBatch());
    for (int step = 0; step < device.training().localSteps(); step++) {
      int rows = digested.draw(random, buffers.places());
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
    rule.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    consensus.restore(in);
    rule.restore(in);
  }

  /** Makes rows of the consensus the targets of a lesson. */
  private void digest(int[] places, int count, Lesson lesson) {
    consensus.copy(places, count, lesson.targets());
    lesson.referenceInputs().selectLike(lesson.targets());
    ReferenceRows.read(device.reference(), lesson.referenceInputs());
  }

  private void keepThoseAnswered(Block rows) {
    int answered = 0;
    for (int i = 0; i < rows.rows(); i++) {
      if (rule.answers(rows.ids()[i])) {
        rows.ids()[answered++] = rows.ids()[i];
      }
    }
    rows.rows(answered);
  }

  /** Draws the rows that an exchange asks for, the same on all devices. */
  private int select(long round, int[] ids) {
    if (!options.exchanges().isDue(round)) {
      return 0;
    }
    UniformSampler exchanged = device.scratch(sizes).exchanged();
    int drawn = exchanged.draw(device.sharedStream(ConsensusRule.STREAM, round), ids);
    return rule.request(round, ids, drawn);
  }
}

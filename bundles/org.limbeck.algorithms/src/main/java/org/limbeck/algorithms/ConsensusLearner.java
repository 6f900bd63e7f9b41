package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
  private final ConsensusTraining training;
  private final ServerChannel server;

  ConsensusLearner(Device device, ConsensusOptions options, ConsensusRule rule) {
    int rows = device.reference().rows();
    this.device = device;
    this.options = options;
    this.rule = rule;
    this.training =
        new ConsensusTraining(device, options, Math.min(rows, options.exchanges().batch()));
    this.server = device.openServer(rows, device.classes(), this::select, 1);
  }

  @Override
  public void begin(long round) {
    if (options.exchanges().isDue(round)) {
      ConsensusBuffers buffers = training.buffers();
      Block inputs = buffers.inputs();
      inputs.rows(select(round, inputs.ids()));
      keepThoseAnswered(inputs);
      if (inputs.rows() > 0) {
        ReferenceRows.read(device.reference(), inputs);
        device.model().predict(inputs, buffers.decisions());
        server.send(round, buffers.decisions());
      }
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    if (options.exchanges().isDue(round)) {
      training.consensus().replace(server.mean(round), rule);
      rule.complete(round, training.consensus());
    }
    training.run(round, losses);
  }

  @Override
  public Lesson fullLesson() {
    return training.fullLesson();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    training.save(out);
    rule.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    training.restore(in);
    rule.restore(in);
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
    UniformSampler exchanged = training.buffers().exchanged();
    int drawn = exchanged.draw(device.sharedStream(ConsensusRule.STREAM, round), ids);
    return rule.request(round, ids, drawn);
  }
}

package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/** A device of IDKD: D-PSGD, and once an exchange of labels with the neighbours. */
final class IdkdLearner implements Participant {
  private final SgdOptions options;
  private final int labelRound;
  private final WeightExchange weights;
  private final ConsensusTraining training;
  private final InDistributionLabels labels;
  private final Channel labelChannel;

  /**
   * Makes the part of a device.
   *
   * @param distillation what the steps towards the labels are told
   * @param labelRound the round in which labels are exchanged
   */
  IdkdLearner(Device device, SgdOptions options, ConsensusOptions distillation, int labelRound) {
    int rows = device.reference().rows();
    this.options = options;
    this.labelRound = labelRound;
    this.weights = new GossipAveraging(device, options);
    this.training = new ConsensusTraining(device, distillation, rows);
    this.labels = new InDistributionLabels(device, training);
    this.labelChannel = device.open(rows, device.classes(), this::select);
  }

  @Override
  public void begin(long round) {
    if (options.isExchangeDue(round)) {
      weights.send(round);
    }
    if (round == labelRound) {
      labelChannel.send(round, labels.own());
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    if (round == labelRound) {
      Block mean = labels.mean(labelChannel.own(round), labelChannel.peers(round));
      training.consensus().replace(mean, (values, offset) -> true);
    }
    training.run(round, losses);
    if (options.isExchangeDue(round)) {
      weights.receive(round);
    }
  }

  @Override
  public Lesson fullLesson() {
    return training.fullLesson();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    weights.save(out);
    training.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    weights.restore(in);
    training.restore(in);
  }

  private int select(long round, int[] ids) {
    return round == labelRound ? InDistributionLabels.everyRow(ids) : 0;
  }
}

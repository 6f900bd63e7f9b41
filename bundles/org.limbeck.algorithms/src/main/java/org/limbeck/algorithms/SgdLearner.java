package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/**
 * A device of the SGD family: it makes training steps in every round and exchanges weights at the
 * end of every interval. What it keeps between rounds is what the exchange keeps.
 */
final class SgdLearner implements Participant {
  private final LocalTraining training;
  private final SgdOptions options;
  private final WeightExchange exchange;
  private final Losses trained = new Losses();

  SgdLearner(LocalTraining training, SgdOptions options, WeightExchange exchange) {
    this.training = training;
    this.options = options;
    this.exchange = exchange;
  }

  @Override
  public void begin(long round) {
    if (!exchange.overlapsTraining()) {
      trained.reset();
      train(round, trained);
    }
    if (options.isExchangeDue(round)) {
      exchange.send(round);
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    if (exchange.overlapsTraining()) {
      train(round, losses);
    } else {
      losses.add(trained.local(), trained.distillation());
    }
    if (options.isExchangeDue(round)) {
      exchange.receive(round);
    }
  }

  private void train(long round, Losses losses) {
    if (exchange.trains(round)) {
      exchange.beforeSteps();
      training.run(round, exchange, losses);
    }
  }

  @Override
  public Lesson fullLesson() {
    return training.fullLesson();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    exchange.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    exchange.restore(in);
  }
}

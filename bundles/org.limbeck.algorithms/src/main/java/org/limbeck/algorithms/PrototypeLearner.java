package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.architecture.Embeddings;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;

/**
 * A device of FedProto: it makes training steps in every round, and exchanges prototypes at the end
 * of every interval. Keeps the latest prototypes of all devices between rounds.
 */
final class PrototypeLearner implements Participant {
  private final SgdOptions options;
  private final LocalTraining training;
  private final PrototypeSums sums;
  private final GlobalPrototypes prototypes;
  private final ServerChannel server;
  private final Losses trained = new Losses();

  /**
   * Makes the part of a device.
   *
   * @param regularization λ
   * @throws IllegalArgumentException if its model has no embeddings
   */
  PrototypeLearner(Device device, float regularization, SgdOptions options) {
    Embeddings embeddings = embeddings(device);
    this.options = options;
    this.prototypes = new GlobalPrototypes(device.classes(), embeddings.width());
    this.sums = new PrototypeSums(device, embeddings);
    this.training =
        new LocalTraining(
            device,
            options.stepSize(),
            new PrototypeSteps(device, embeddings, prototypes, regularization));
    this.server =
        device.openServer(
            device.classes(),
            PrototypeSums.width(embeddings),
            (round, ids) -> options.isExchangeDue(round) ? PrototypeSums.everyClass(ids) : 0,
            Math.max(1, device.data().rows()));
  }

  private static Embeddings embeddings(Device device) {
    return device
        .model()
        .capability(Embeddings.class)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "devices exchange embeddings, and the model of "
                        + device.id()
                        + " has none to hand out; choose an architecture with a hidden layer, mlp"
                        + " or cnn, or an algorithm that exchanges soft decisions"));
  }

  @Override
  public void begin(long round) {
    trained.reset();
    training.run(round, LocalTraining.Correction.NONE, trained);
    if (options.isExchangeDue(round)) {
      server.send(round, sums.compute());
    }
  }

  @Override
  public void finish(long round, Losses losses) {
    losses.add(trained.local(), trained.distillation());
    if (options.isExchangeDue(round)) {
      prototypes.replace(server.mean(round));
    }
  }

  /** Returns the private rows; the prototypes are no targets of soft decisions. */
  @Override
  public Lesson fullLesson() {
    return training.fullLesson();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    prototypes.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    prototypes.restore(in);
  }
}

package org.limbeck.engine.swap;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.HandoverSettings;

/**
 * Brings a model to what its teacher knows of the reference rows, by steps on the cross-entropy
 * from the teacher's soft decisions: knowledge distillation (Hinton, Vinyals, Dean, 2015) with a
 * temperature of 1.
 */
final class HandoverDistillation {
  private final HandoverSettings settings;
  private final ReferenceDataset reference;
  private final int classes;
  private final RandomGenerator random;

  /**
   * Makes the distillation of a new model of a device.
   *
   * @param device whose reference rows it learns on
   * @param round the first round of the new model
   */
  HandoverDistillation(Experiment experiment, DeviceRuntime device, long round) {
    this.settings = experiment.handover();
    this.reference = device.reference();
    this.classes = device.classes();
    this.random = new RandomStreams(experiment.seed()).of("handover", device.id(), round);
  }

  void teach(Model pupil, SoftLabelSource teacher) {
    Block known = known(teacher);
    if (known.rows() == 0) {
      return;
    }
    int batch = Math.min(settings.batch(), known.rows());
    int features = reference.shape().features();
    Block inputs = new Block(batch, features);
    Block targets = new Block(batch, classes);
    Lesson lesson =
        new Lesson(
            new Block(0, features), new int[0], inputs, targets, DistillationLoss.CROSS_ENTROPY, 1);
    Losses losses = new Losses();
    inputs.rows(batch);
    for (int step = 0; step < settings.steps(); step++) {
      draw(known, batch);
      for (int i = 0; i < batch; i++) {
        inputs.ids()[i] = known.ids()[i];
        reference.read(known.ids()[i], inputs.values(), i * features);
      }
      targets.selectLike(inputs);
      System.arraycopy(known.values(), 0, targets.values(), 0, batch * classes);
      pupil.step(lesson, settings.stepSize(), losses);
    }
  }

  private Block known(SoftLabelSource teacher) {
    Block known = new Block(reference.rows(), classes);
    int rows = 0;
    for (int row = 0; row < reference.rows(); row++) {
      if (teacher.teach(row, known.values(), rows * classes)) {
        known.ids()[rows++] = row;
      }
    }
    known.rows(rows);
    return known;
  }

  /** Brings distinct rows, drawn uniformly, to the front. */
  private void draw(Block known, int count) {
    for (int i = 0; i < count; i++) {
      swap(known, i, i + random.nextInt(known.rows() - i));
    }
  }

  private void swap(Block block, int i, int j) {
    int id = block.ids()[i];
    block.ids()[i] = block.ids()[j];
    block.ids()[j] = id;
    for (int k = 0; k < classes; k++) {
      float value = block.values()[i * classes + k];
      block.values()[i * classes + k] = block.values()[j * classes + k];
      block.values()[j * classes + k] = value;
    }
  }
}

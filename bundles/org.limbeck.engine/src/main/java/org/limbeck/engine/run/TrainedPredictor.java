package org.limbeck.engine.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.engine.Predictor;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;

/** A model with the weights of an earlier run. */
final class TrainedPredictor implements Predictor {
  private final PrivateDataset data;
  private final Model model;
  private final PluginBinder binder;
  private final Block input;
  private final Block decisions;

  private TrainedPredictor(PrivateDataset data, Model model, PluginBinder binder) {
    this.data = data;
    this.model = model;
    this.binder = binder;
    this.input = new Block(1, data.shape().features());
    this.decisions = new Block(1, data.classes());
  }

  static Predictor load(
      Experiment experiment, String device, InputStream saved, PluginBinder binder) {
    DeviceSpec spec = find(experiment, device);
    PrivateDataset data = binder.service(experiment.plugin(PluginKind.DATA), PrivateDataset.class);
    Architecture architecture = binder.service(spec.architecture(), Architecture.class);
    Model model =
        PluginErrors.blaming(
            spec.architecture(),
            () ->
                architecture.create(
                    data.shape(),
                    data.classes(),
                    new RandomStreams(experiment.seed()).of("weights", spec.id(), 0)));
    try {
      restore(model, saved);
    } catch (IOException | RuntimeException e) {
      model.close();
      String reason = e instanceof EOFException ? "it ends too early" : e.getMessage();
      throw new InvalidInputException(
          new Origin(device, 0, ""), "the saved model cannot be read: " + reason);
    }
    return new TrainedPredictor(data, model, binder);
  }

  /**
   * Restores a model from a file that holds nothing else.
   *
   * @throws IOException if it does not, or has weights that no model learns; the message says so
   */
  static void restore(Model model, InputStream saved) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(saved));
    model.restore(in);
    if (in.read() >= 0) {
      throw new IOException("there is more in it than the model");
    }
    if (model instanceof Weights weights) {
      float[] values = new float[weights.count()];
      weights.get(values);
      for (int i = 0; i < values.length; i++) {
        if (!Float.isFinite(values[i])) {
          throw new IOException(
              "weight " + (i + 1) + " is " + values[i] + ", and weights are finite numbers");
        }
      }
    }
  }

  @Override
  public int features() {
    return data.shape().features();
  }

  @Override
  public List<String> featureNames() {
    return data.featureNames();
  }

  @Override
  public float[] predict(double[] sample) {
    if (sample.length != features()) {
      throw new IllegalArgumentException(
          "a sample has " + features() + " features, and this one has " + sample.length);
    }
    float[] row = data.features(sample);
    System.arraycopy(row, 0, input.values(), 0, row.length);
    input.rows(1);
    model.predict(input, decisions);
    return Arrays.copyOf(decisions.values(), data.classes());
  }

  @Override
  public void close() {
    model.close();
    binder.close();
  }

  private static DeviceSpec find(Experiment experiment, String device) {
    List<String> ids = experiment.deviceIds();
    return experiment
        .device(device)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    new Origin(device, 0, ""),
                    "there is no such device; there are "
                        + ids.get(0)
                        + " to "
                        + ids.get(ids.size() - 1)));
  }
}

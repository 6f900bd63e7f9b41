package org.limbeck.engine.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.engine.Predictor;
import org.limbeck.engine.binding.AttributedModel;
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
  private final SampleEncoding encoding;
  private final Model model;
  private final PluginBinder binder;
  private final Block input;
  private final Block decisions;

  private TrainedPredictor(SampleEncoding encoding, Model model, PluginBinder binder) {
    this.encoding = encoding;
    this.model = model;
    this.binder = binder;
    this.input = new Block(1, encoding.shape().features());
    this.decisions = new Block(1, encoding.classNames().size());
  }

  static Predictor load(
      Experiment experiment,
      String device,
      Optional<Preprocessing> preprocessing,
      InputStream saved,
      PluginBinder binder) {
    DeviceSpec spec = find(experiment, device);
    SampleEncoding encoding =
        preprocessing
            .map(SampleEncoding::of)
            .orElseGet(
                () ->
                    SampleEncoding.of(
                        binder.service(experiment.plugin(PluginKind.DATA), PrivateDataset.class)));
    Architecture architecture = binder.service(spec.architecture(), Architecture.class);
    Model model =
        new AttributedModel(
            PluginErrors.blaming(
                spec.architecture(),
                () ->
                    architecture.create(
                        encoding.shape(),
                        encoding.classNames().size(),
                        new RandomStreams(experiment.seed()).of("weights", spec.id(), 0))),
            spec.architecture(),
            device);
    try {
      restore(model, saved);
    } catch (InvalidInputException e) {
      model.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      model.close();
      String reason = e instanceof EOFException ? "it ends too early" : e.getMessage();
      throw new InvalidInputException(
          new Origin(device, 0, ""), "the saved model cannot be read: " + reason);
    }
    return new TrainedPredictor(encoding, model, binder);
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
    Optional<Weights> offered = model.capability(Weights.class);
    if (offered.isPresent()) {
      Weights weights = offered.get();
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
  public List<String> columnNames() {
    return encoding.columnNames();
  }

  @Override
  public boolean isNumeric() {
    return encoding.numeric();
  }

  @Override
  public List<String> classNames() {
    return encoding.classNames();
  }

  @Override
  public float[] predict(List<String> sample) {
    return predict(encoding.features(sample));
  }

  @Override
  public Optional<Preprocessing> preprocessing() {
    return encoding.preprocessing();
  }

  @Override
  public float[] predict(float[] row) {
    if (row.length != input.width()) {
      throw new IllegalArgumentException(
          "a row has " + input.width() + " features, and this one has " + row.length);
    }
    System.arraycopy(row, 0, input.values(), 0, row.length);
    input.rows(1);
    model.predict(input, decisions);
    return Arrays.copyOf(decisions.values(), encoding.classNames().size());
  }

  @Override
  public Optional<Layers> layers() {
    return model.capability(Layers.class);
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

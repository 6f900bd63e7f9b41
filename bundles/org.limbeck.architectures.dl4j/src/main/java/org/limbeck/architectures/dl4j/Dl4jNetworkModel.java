package org.limbeck.architectures.dl4j;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Objective;
import org.limbeck.api.architecture.Weights;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network with a softmax at the end, trained by plain stochastic gradient descent. */
final class Dl4jNetworkModel implements Model, Weights, Gradients {

  /** Predicting goes by so many rows, so that its memory does not grow with the data. */
  private static final int PREDICTED_AT_ONCE = 128;

  private final Dl4jNetwork network;
  private final RowLayout row;
  private final int classes;
  private final int[] sizes;
  private final INDArray parameters;
  private final INDArray gradient;
  private final NativeRows inputs;
  private final NativeRows logits;
  private float[] decisions = {};
  private float[] errors = {};
  private boolean closed;

  /**
   * Makes a model.
   *
   * @param network an initialised network that ends in {@code classes} logits
   * @param row how the network takes a row
   */
  Dl4jNetworkModel(Dl4jNetwork network, int classes, RowLayout row) {
    this.network = network;
    this.row = row;
    this.classes = classes;
    this.sizes = network.parameterShapes();
    this.parameters = network.params();
    this.gradient = network.getGradientsViewArray().reshape(parameters.shape());
    this.inputs = new NativeRows(row.shape());
    this.logits = new NativeRows(classes);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    if (type == Layers.class) {
      Layers layers = () -> network.layers().orElseThrow();
      return network.layers().map(said -> type.cast(layers));
    }
    return Model.super.capability(type);
  }

  @Override
  public int parameters() {
    return Math.toIntExact(parameters.length());
  }

  @Override
  public void predict(Block x, Block into) {
    into.selectLike(x);
    for (int first = 0; first < x.rows(); first += PREDICTED_AT_ONCE) {
      int rows = Math.min(PREDICTED_AT_ONCE, x.rows() - first);
      INDArray batch = inputs.rows(rows);
      row.copy(x, first, rows, inputs.values(), 0);
      network.forward(batch, outputs -> logits.rows(rows).assign(outputs));
      logits.values().get(0, into.values(), first * classes, rows * classes);
    }
    LogitSoftmax.fromLogits(into.values(), x.rows(), classes);
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    differentiate(lesson, losses);
    if (lesson.rows() > 0) {
      network.descend(stepSize);
    }
  }

  @Override
  public void gradient(Lesson lesson, float[] into) {
    differentiate(lesson, new Losses());
    network.forgetStatistics();
    gradient.data().asNioFloat().get(0, into, 0, parameters());
  }

  @Override
  public int count() {
    return parameters();
  }

  @Override
  public void get(float[] into) {
    weights().get(0, into, 0, count());
  }

  @Override
  public void set(float[] from) {
    weights().put(0, from, 0, count());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(sizes.length);
    for (int size : sizes) {
      out.writeInt(size);
    }
    FloatBuffer weights = weights();
    for (int i = 0; i < count(); i++) {
      out.writeFloat(weights.get(i));
    }
    network.saveNoise(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int[] saved = new int[Math.min(Math.max(in.readInt(), 0), sizes.length + 1)];
    for (int i = 0; i < saved.length; i++) {
      saved[i] = in.readInt();
    }
    if (!Arrays.equals(saved, sizes)) {
      throw new IOException(
          "the saved network does not have weights of the sizes " + Arrays.toString(sizes));
    }
    FloatBuffer weights = weights();
    for (int i = 0; i < count(); i++) {
      weights.put(i, in.readFloat());
    }
    network.restoreNoise(in);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      inputs.close();
      logits.close();
      network.release();
    }
  }

  /** Leaves the gradient of the objective in {@link #gradient}. */
  private void differentiate(Lesson lesson, Losses losses) {
    int rows = lesson.rows();
    if (decisions.length < rows * classes) {
      decisions = new float[rows * classes];
      errors = new float[rows * classes];
    }
    if (rows == 0) {
      Objective.logitGradient(lesson, decisions, errors, losses);
      gradient.assign(0);
    } else {
      network.backward(join(lesson), outputs -> errors(outputs, lesson, losses));
    }
  }

  /** Puts the private and the reference rows one below the other. */
  private INDArray join(Lesson lesson) {
    Block own = lesson.inputs();
    Block reference = lesson.referenceInputs();
    INDArray batch = inputs.rows(lesson.rows());
    row.copy(own, 0, own.rows(), inputs.values(), 0);
    row.copy(reference, 0, reference.rows(), inputs.values(), own.rows());
    return batch;
  }

  /** Returns the gradient of the objective with respect to the logits. */
  private INDArray errors(INDArray outputs, Lesson lesson, Losses losses) {
    int rows = lesson.rows();
    INDArray batch = logits.rows(rows).assign(outputs);
    logits.values().get(0, decisions, 0, rows * classes);
    LogitSoftmax.fromLogits(decisions, rows, classes);
    Objective.logitGradient(lesson, decisions, errors, losses);
    logits.values().put(0, errors, 0, rows * classes);
    return batch;
  }

  private FloatBuffer weights() {
    return parameters.data().asNioFloat();
  }
}

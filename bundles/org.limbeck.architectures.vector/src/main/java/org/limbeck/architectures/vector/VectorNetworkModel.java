package org.limbeck.architectures.vector;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.EmbeddingTargets;
import org.limbeck.api.architecture.Embeddings;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.architecture.Objective;
import org.limbeck.api.architecture.PrivateSteps;
import org.limbeck.api.architecture.Weights;
import org.limbeck.architectures.vector.ScratchBuffers.Use;

/** The weights of a network, which one device trains by stochastic gradient descent. */
final class VectorNetworkModel
    implements Model, Weights, Gradients, PrivateSteps, Embeddings, Layers {
  /** Predictions are made for so many rows at once, so that scratch buffers stay small. */
  private static final int CHUNK = 128;

  private final LayeredNetwork network;
  private final Backend backend;
  private final TrainingOptions learning;
  private final Sgd sgd;
  private final NoisyGradientConsumer noisy;
  private final Losses stepLosses = new Losses();
  private final float[] weights;
  private double embeddingDistance;

  /** With the number of steps, the key of the units that dropout leaves out. */
  private long seed;

  private long steps;

  /** Makes a model with initial weights. */
  VectorNetworkModel(
      LayeredNetwork network, Backend backend, TrainingOptions learning, RandomGenerator random) {
    this.network = network;
    this.backend = backend;
    this.learning = learning;
    this.weights = network.initialWeights(random);
    this.sgd = new Sgd(backend.kernels(), learning, weights);
    this.noisy = new NoisyGradientConsumer(sgd);
    this.seed = learning.dropsOut() ? random.nextLong() : 0;
  }

  @Override
  public int parameters() {
    return network.parameters();
  }

  /** A single layer has none before it to give embeddings. */
  @Override
  public <T> Optional<T> capability(Class<T> type) {
    return type == Embeddings.class && width() == 0
        ? Optional.empty()
        : Model.super.capability(type);
  }

  @Override
  public int width() {
    return network.embeddingWidth();
  }

  @Override
  public List<NetworkLayer> layers() {
    return network.described(weights);
  }

  @Override
  public void predict(Block x, Block decisions) {
    decisions.selectLike(x);
    ScratchBuffers scratch = backend.scratches().borrow();
    int classes = network.classes();
    for (int row = 0; row < x.rows(); row += CHUNK) {
      int rows = Math.min(CHUNK, x.rows() - row);
      float[] s = network.forward(weights, x.values(), row * x.width(), rows, scratch, 0, 0);
      System.arraycopy(s, 0, decisions.values(), row * classes, rows * classes);
    }
    backend.scratches().giveBack(scratch);
  }

  @Override
  public void embed(Block x, Block embeddings) {
    embeddings.selectLike(x);
    ScratchBuffers scratch = backend.scratches().borrow();
    for (int row = 0; row < x.rows(); row += CHUNK) {
      int rows = Math.min(CHUNK, x.rows() - row);
      network.forward(weights, x.values(), row * x.width(), rows, scratch, 0, 0);
      float[] h = network.embeddings(rows, scratch);
      System.arraycopy(h, 0, embeddings.values(), row * width(), rows * width());
    }
    backend.scratches().giveBack(scratch);
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    descend(lesson, stepSize, EmbeddingPull.NONE, losses);
  }

  @Override
  public void embeddingStep(
      Lesson lesson, EmbeddingTargets targets, float stepSize, Losses losses) {
    stepLosses.reset();
    embeddingDistance = 0;
    int rows = lesson.inputs().rows();
    descend(
        lesson,
        stepSize,
        (gradient, h) -> embeddingDistance = targets.addGradient(rows, h, gradient),
        stepLosses);
    losses.add(stepLosses.local(), stepLosses.distillation() + embeddingDistance);
  }

  private void descend(Lesson lesson, float stepSize, EmbeddingPull pull, Losses losses) {
    if (lesson.rows() == 0) {
      losses.add(0, 0);
      return;
    }
    sgd.stepSize(stepSize);
    backward(lesson, losses, pull, sgd, learning.dropout());
    steps++;
  }

  @Override
  public void privateStep(
      Lesson lesson,
      float stepSize,
      GaussianMechanism mechanism,
      RandomGenerator noise,
      Losses losses) {
    sgd.stepSize(stepSize);
    noisy.noise(mechanism.deviation(), noise);
    stepLosses.reset();
    ScratchBuffers scratch = backend.scratches().borrow();
    float dropout = learning.dropout();
    float[] x = forward(lesson, scratch, dropout, stepLosses);
    int rows = lesson.inputs().rows();
    float[] norms = network.squaredNorms(weights, x, rows, scratch, dropout);
    float[] gradient = network.logitGradient(lesson.rows(), scratch);
    GradientClipping.apply(mechanism, gradient, norms, rows, network.classes());
    network.backward(weights, x, lesson.rows(), scratch, dropout, EmbeddingPull.NONE, noisy);
    backend.scratches().giveBack(scratch);
    losses.add(Double.NaN, stepLosses.distillation());
    steps++;
  }

  @Override
  public void gradient(Lesson lesson, float[] into) {
    backward(
        lesson,
        new Losses(),
        EmbeddingPull.NONE,
        (gradient, at, count, decays) -> System.arraycopy(gradient, 0, into, at, count),
        0);
  }

  private void backward(
      Lesson lesson, Losses losses, EmbeddingPull pull, GradientConsumer descent, float dropout) {
    ScratchBuffers scratch = backend.scratches().borrow();
    float[] x = forward(lesson, scratch, dropout, losses);
    network.backward(weights, x, lesson.rows(), scratch, dropout, pull, descent);
    backend.scratches().giveBack(scratch);
  }

  /** Makes the gradient with respect to the logits, and returns the inputs. */
  private float[] forward(Lesson lesson, ScratchBuffers scratch, float dropout, Losses losses) {
    int rows = lesson.rows();
    float[] x = joined(lesson, scratch);
    float[] s = network.forward(weights, x, 0, rows, scratch, dropout, Dropout.key(seed, steps));
    Objective.logitGradient(lesson, s, network.logitGradient(rows, scratch), losses);
    return x;
  }

  /** Returns the private rows with the reference rows, if any, below them. */
  private static float[] joined(Lesson lesson, ScratchBuffers scratch) {
    Block own = lesson.inputs();
    Block reference = lesson.referenceInputs();
    if (reference.rows() == 0) {
      return own.values();
    }
    if (own.rows() == 0) {
      return reference.values();
    }
    int count = own.rows() * own.width();
    int referenceCount = reference.rows() * reference.width();
    float[] x = scratch.floats(Use.INPUTS, count + referenceCount);
    System.arraycopy(own.values(), 0, x, 0, count);
    System.arraycopy(reference.values(), 0, x, count, referenceCount);
    return x;
  }

  @Override
  public int count() {
    return parameters();
  }

  @Override
  public void get(float[] into) {
    System.arraycopy(weights, 0, into, 0, parameters());
  }

  @Override
  public void set(float[] from) {
    System.arraycopy(from, 0, weights, 0, parameters());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    int[] signature = learning.signature(network.signature());
    out.writeInt(signature.length);
    for (int number : signature) {
      out.writeInt(number);
    }
    for (int i = 0; i < parameters(); i++) {
      out.writeFloat(weights[i]);
    }
    sgd.save(out);
    if (learning.dropsOut()) {
      out.writeLong(seed);
      out.writeLong(steps);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int[] signature = learning.signature(network.signature());
    int[] saved = new int[Math.min(Math.max(in.readInt(), 0), signature.length + 1)];
    for (int i = 0; i < saved.length; i++) {
      saved[i] = in.readInt();
    }
    if (!Arrays.equals(saved, signature)) {
      throw new IOException(
          "the saved network does not have the layers "
              + Arrays.toString(network.signature())
              + learning.extras());
    }
    for (int i = 0; i < parameters(); i++) {
      weights[i] = in.readFloat();
    }
    sgd.restore(in);
    if (learning.dropsOut()) {
      seed = in.readLong();
      steps = in.readLong();
    }
  }
}

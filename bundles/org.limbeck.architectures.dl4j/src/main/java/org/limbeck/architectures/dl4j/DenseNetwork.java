package org.limbeck.architectures.dl4j;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.architecture.NetworkLayer.ActivationFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dense layers on ND4J's arrays and OpenBLAS. Their parameters are those of DL4J's dense layers and
 * stand in the same order: of each layer the weights, unit by unit, then the biases.
 */
final class DenseNetwork implements Dl4jNetwork {
  private final int[] sizes;
  private final int layers;
  private final Nonlinearity nonlinearity;
  private final INDArray parameters;
  private final INDArray gradient;
  private final FloatPointer[] weights;
  private final FloatPointer[] weightGradients;
  private final FloatBuffer parameterValues;
  private final FloatBuffer gradientValues;
  private final NativeRows[] units;
  private final NativeRows[] deltas;
  private final float[][] outputs;
  private final float[][] errors;
  private final float[][] biases;

  /**
   * Makes a network with weights from the uniform distribution of Glorot and Bengio (AISTATS 2010,
   * eq. 16) and biases 0.
   *
   * @param sizes inputs, units of each hidden layer, classes
   */
  DenseNetwork(int[] sizes, Nonlinearity nonlinearity, RandomGenerator random) {
    this.sizes = sizes.clone();
    this.layers = sizes.length - 1;
    this.nonlinearity = nonlinearity;
    int count = offset(layers);
    this.parameters = Nd4j.createUninitializedDetached(DataType.FLOAT, 1, count).assign(0);
    this.gradient = Nd4j.createUninitializedDetached(DataType.FLOAT, 1, count).assign(0);
    this.parameterValues = parameters.data().asNioFloat();
    this.gradientValues = gradient.data().asNioFloat();
    this.weights = matrices(parameters);
    this.weightGradients = matrices(gradient);
    this.units = batches();
    this.deltas = batches();
    this.outputs = new float[layers][0];
    this.errors = new float[layers][0];
    this.biases = new float[layers][];
    for (int layer = 0; layer < layers; layer++) {
      biases[layer] = new float[sizes[layer + 1]];
      draw(layer, random);
    }
  }

  @Override
  public INDArray params() {
    return parameters;
  }

  @Override
  public INDArray getGradientsViewArray() {
    return gradient;
  }

  @Override
  public int[] parameterShapes() {
    return IntStream.range(0, layers)
        .flatMap(layer -> IntStream.of(sizes[layer], sizes[layer + 1], sizes[layer + 1]))
        .toArray();
  }

  @Override
  public Optional<List<NetworkLayer>> layers() {
    List<NetworkLayer> all = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      all.add(described(layer));
      all.add(layer + 1 < layers ? nonlinearity.described() : ActivationFunction.SOFTMAX);
    }
    return Optional.of(List.copyOf(all));
  }

  /** The weights of a unit stand side by side here, and those of an input there. */
  private NetworkLayer described(int layer) {
    int in = sizes[layer];
    int out = sizes[layer + 1];
    float[] turned = new float[in * out];
    for (int i = 0; i < in; i++) {
      for (int unit = 0; unit < out; unit++) {
        turned[i * out + unit] = parameterValues.get(offset(layer) + unit * in + i);
      }
    }
    float[] bias = new float[out];
    parameterValues.get(offset(layer) + in * out, bias);
    return new NetworkLayer.Dense(in, out, turned, bias);
  }

  @Override
  public void forward(INDArray rows, Consumer<INDArray> logits) {
    logits.accept(logits(rows));
  }

  @Override
  public void backward(INDArray rows, UnaryOperator<INDArray> logitErrors) {
    INDArray above = logitErrors.apply(logits(rows));
    int n = (int) rows.size(0);
    int last = layers - 1;
    above.data().asNioFloat().get(errors[last], 0, n * sizes[layers]);
    for (int layer = last; layer >= 0; layer--) {
      int in = sizes[layer];
      int out = sizes[layer + 1];
      INDArray below = layer == 0 ? rows : units[layer - 1].rows(n);
      FloatPointer error = Blas.pointer(above);
      Blas.tn(error, Blas.pointer(below), 0, weightGradients[layer], out, in, n);
      sumErrors(layer, n);
      if (layer > 0) {
        above = deltas[layer - 1].rows(n);
        Blas.nn(error, weights[layer], 0, Blas.pointer(above), n, in, out);
        FloatBuffer values = deltas[layer - 1].values();
        values.get(0, errors[layer - 1], 0, n * in);
        nonlinearity.chain(outputs[layer - 1], errors[layer - 1], n * in);
        values.put(0, errors[layer - 1], 0, n * in);
      }
    }
  }

  @Override
  public void descend(float stepSize) {
    Blas.axpy(offset(layers), -stepSize, Blas.pointer(gradient), Blas.pointer(parameters));
  }

  @Override
  public void release() {
    parameters.close();
    gradient.close();
    Arrays.stream(units).forEach(NativeRows::close);
    Arrays.stream(deltas).forEach(NativeRows::close);
  }

  private INDArray logits(INDArray rows) {
    int n = (int) rows.size(0);
    INDArray below = rows;
    for (int layer = 0; layer < layers; layer++) {
      int out = sizes[layer + 1];
      INDArray above = units[layer].rows(n);
      Blas.nt(Blas.pointer(below), weights[layer], 0, Blas.pointer(above), n, out, sizes[layer]);
      if (outputs[layer].length < n * out) {
        outputs[layer] = new float[n * out];
        errors[layer] = new float[n * out];
      }
      FloatBuffer values = units[layer].values();
      values.get(0, outputs[layer], 0, n * out);
      addBiases(layer, n);
      if (layer + 1 < layers) {
        nonlinearity.apply(outputs[layer], n * out);
      }
      values.put(0, outputs[layer], 0, n * out);
      below = above;
    }
    return below;
  }

  private void addBiases(int layer, int rows) {
    float[] bias = biases[layer];
    float[] values = outputs[layer];
    parameterValues.get(offset(layer) + sizes[layer] * bias.length, bias);
    for (int row = 0; row < rows; row++) {
      int at = row * bias.length;
      for (int unit = 0; unit < bias.length; unit++) {
        values[at + unit] += bias[unit];
      }
    }
  }

  private void sumErrors(int layer, int rows) {
    float[] sums = biases[layer];
    float[] values = errors[layer];
    Arrays.fill(sums, 0);
    for (int row = 0; row < rows; row++) {
      int at = row * sums.length;
      for (int unit = 0; unit < sums.length; unit++) {
        sums[unit] += values[at + unit];
      }
    }
    gradientValues.put(offset(layer) + sizes[layer] * sums.length, sums);
  }

  private void draw(int layer, RandomGenerator random) {
    int in = sizes[layer];
    int out = sizes[layer + 1];
    float[] drawn = GlorotWeights.draw(in * out, in + out, random);
    for (int i = 0; i < in; i++) {
      for (int unit = 0; unit < out; unit++) {
        parameterValues.put(offset(layer) + unit * in + i, drawn[i * out + unit]);
      }
    }
  }

  /** Returns where the parameters of a layer begin. */
  private int offset(int layer) {
    int offset = 0;
    for (int i = 0; i < layer; i++) {
      offset += (sizes[i] + 1) * sizes[i + 1];
    }
    return offset;
  }

  private FloatPointer[] matrices(INDArray array) {
    return IntStream.range(0, layers)
        .mapToObj(layer -> Blas.at(Blas.pointer(array), offset(layer)))
        .toArray(FloatPointer[]::new);
  }

  private NativeRows[] batches() {
    return IntStream.range(0, layers)
        .mapToObj(layer -> new NativeRows(sizes[layer + 1]))
        .toArray(NativeRows[]::new);
  }
}

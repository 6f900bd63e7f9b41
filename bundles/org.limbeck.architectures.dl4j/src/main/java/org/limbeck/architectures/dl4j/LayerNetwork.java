package org.limbeck.architectures.dl4j;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A DL4J network that ends in logits and is trained by errors from outside, without DL4J's losses,
 * updaters and initial weights. All that a pass needs lives in the workspace of the thread.
 */
@SuppressWarnings({"serial", "try", "overrides"}) // never serialised; the last is about DL4J
final class LayerNetwork extends MultiLayerNetwork implements Dl4jNetwork {

  LayerNetwork(MultiLayerConfiguration configuration) {
    super(configuration);
  }

  /**
   * Draws the weights from the uniform distribution of Glorot and Bengio (AISTATS 2010, eq. 16);
   * biases are 0.
   */
  void initialize(RandomGenerator random) {
    init();
    initGradientsView();
    for (Layer layer : getLayers()) {
      INDArray weights = layer.paramTable() == null ? null : layer.paramTable().get("W");
      if (weights != null) {
        weights.assign(glorot(weights.shape(), random));
      }
    }
  }

  @Override
  public int[] parameterShapes() {
    return paramTable().values().stream()
        .flatMapToLong(array -> LongStream.of(array.shape()))
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  @Override
  public void forward(INDArray rows, Consumer<INDArray> logits) {
    try (MemoryWorkspace pass = pass()) {
      logits.accept(logits(rows));
    } finally {
      clear();
    }
  }

  @Override
  public void backward(INDArray rows, UnaryOperator<INDArray> errors) {
    try (MemoryWorkspace pass = pass()) {
      calcBackpropGradients(errors.apply(logits(rows)), false, false, false);
    } finally {
      clear();
    }
  }

  @Override
  public void release() {
    flattenedParams.close();
    flattenedGradients.close();
  }

  private INDArray logits(INDArray rows) {
    List<INDArray> activations =
        ffToLayerActivationsInWs(layers.length - 1, FwdPassType.STANDARD, false, rows, null, null);
    return activations.get(activations.size() - 1);
  }

  private static MemoryWorkspace pass() {
    return Nd4j.getWorkspaceManager()
        .getAndActivateWorkspace(WS_ALL_LAYERS_ACT_CONFIG, WS_ALL_LAYERS_ACT);
  }

  /**
   * Weights of a dense layer, inputs × outputs, or of a convolution, outputs × inputs × k × k. They
   * are drawn in the order of the pure-Java networks, where outputs run fastest, so that the same
   * stream gives the same network on both.
   */
  private static INDArray glorot(long[] shape, RandomGenerator random) {
    boolean convolution = shape.length == 4;
    long area = convolution ? shape[2] * shape[3] : 1;
    int count = Math.toIntExact(shape[0] * shape[1] * area);
    float[] values = GlorotWeights.draw(count, area * (shape[0] + shape[1]), random);
    return convolution
        ? Nd4j.create(values, new long[] {shape[2], shape[3], shape[1], shape[0]}, 'c')
            .permute(3, 2, 0, 1)
        : Nd4j.create(values, shape, 'c');
  }
}

package org.limbeck.architectures.dl4j;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A user's network without its losses and updaters. Training goes through its layers in training
 * mode: dropout draws from a stream of the network's own, batch normalisation uses the batch's
 * statistics and keeps running ones for predicting.
 */
@SuppressWarnings({"serial", "try", "overrides"}) // never serialised; the last is about DL4J
final class GraphNetwork extends ComputationGraph implements Dl4jNetwork {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final ParameterKinds kinds;
  private long noise;

  private GraphNetwork(
      ComputationGraphConfiguration configuration, INDArray weights, RandomGenerator random) {
    super(configuration);
    noise = random.nextLong();
    configuration.getDefaultConfiguration().setSeed(random.nextLong());
    init(weights, true);
    initGradientsView();
    kinds = ParameterKinds.of(this);
  }

  /**
   * Makes a network.
   *
   * @param configuration whose output are logits; is changed
   * @param weights the parameters; null to draw them as the configuration says
   * @param random where they are drawn from, and what dropout needs
   */
  static GraphNetwork of(
      ComputationGraphConfiguration configuration, INDArray weights, RandomGenerator random) {
    configuration.setDataType(DataType.FLOAT);
    configuration.setTrainingWorkspaceMode(WorkspaceMode.ENABLED);
    configuration.setInferenceWorkspaceMode(WorkspaceMode.ENABLED);
    INDArray start =
        weights == null
            ? null
            : weights.castTo(DataType.FLOAT).reshape(1, weights.length()).dup('c');
    return new GraphNetwork(configuration, start, random);
  }

  @Override
  public int[] parameterShapes() {
    return Arrays.stream(getLayers())
        .filter(layer -> layer.paramTable() != null)
        .flatMap(layer -> layer.paramTable().values().stream())
        .flatMapToLong(array -> LongStream.of(array.shape()))
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  @Override
  public void forward(INDArray rows, Consumer<INDArray> logits) {
    try (MemoryWorkspace pass = pass()) {
      logits.accept(output(false, pass, rows)[0]);
    } finally {
      clear();
    }
  }

  @Override
  public void backward(INDArray rows, UnaryOperator<INDArray> errors) {
    Nd4j.getRandom().setSeed(noise);
    try (MemoryWorkspace pass = pass()) {
      INDArray logits =
          ffToLayerActivationsInWS(
                  true,
                  -1,
                  null,
                  FwdPassType.STANDARD,
                  false,
                  new INDArray[] {rows},
                  null,
                  null,
                  false)
              .get(configuration.getNetworkOutputs().get(0));
      calcBackpropGradients(true, false, errors.apply(logits));
      kinds.clearFrozen();
    } finally {
      clear();
    }
  }

  @Override
  public void descend(float stepSize) {
    kinds.updateStatistics();
    Dl4jNetwork.super.descend(stepSize);
    noise += GOLDEN_GAMMA;
  }

  @Override
  public void forgetStatistics() {
    kinds.clearStatistics();
  }

  @Override
  public void saveNoise(DataOutput out) throws IOException {
    out.writeLong(noise);
  }

  @Override
  public void restoreNoise(DataInput in) throws IOException {
    noise = in.readLong();
  }

  @Override
  public void release() {
    flattenedParams.close();
    flattenedGradients.close();
  }

  private static MemoryWorkspace pass() {
    return Nd4j.getWorkspaceManager()
        .getAndActivateWorkspace(WS_ALL_LAYERS_ACT_CONFIG, WS_ALL_LAYERS_ACT);
  }
}

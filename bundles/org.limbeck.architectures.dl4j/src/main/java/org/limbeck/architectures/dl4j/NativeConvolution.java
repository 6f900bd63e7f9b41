package org.limbeck.architectures.dl4j;

import static org.deeplearning4j.nn.params.ConvolutionParamInitializer.BIAS_KEY;
import static org.deeplearning4j.nn.params.ConvolutionParamInitializer.WEIGHT_KEY;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution by ND4J's native operations {@code conv2d} and {@code conv2d_bp}. DL4J's own layer
 * goes through im2col and a matrix product, and was measured at a fifth of the speed.
 */
@SuppressWarnings("serial") // never serialised
final class NativeConvolution extends ConvolutionLayer {

  NativeConvolution(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray output =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS,
            dataType,
            input.size(0),
            input.size(1),
            input.size(2),
            layerConf().getNOut());
    run("conv2d", new INDArray[] {input, weights(), biases()}, output);
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray delta, LayerWorkspaceMgr workspaces) {
    INDArray below =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape());
    INDArray weightGradient = gradientViews.get(WEIGHT_KEY);
    INDArray biasGradient = gradientViews.get(BIAS_KEY);
    run(
        "conv2d_bp",
        new INDArray[] {input, weights(), biases(), delta},
        below,
        weightGradient,
        biasGradient);
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(BIAS_KEY, biasGradient);
    gradient.setGradientFor(WEIGHT_KEY, weightGradient, 'c');
    return new Pair<>(gradient, below);
  }

  private INDArray weights() {
    return getParam(WEIGHT_KEY);
  }

  private INDArray biases() {
    return getParam(BIAS_KEY);
  }

  /** Runs an operation with stride and dilation 1, zero padding, NHWC images, OIHW weights. */
  private void run(String operation, INDArray[] inputs, INDArray... outputs) {
    int[] kernel = layerConf().getKernelSize();
    Nd4j.exec(
        DynamicCustomOp.builder(operation)
            .addInputs(inputs)
            .addOutputs(outputs)
            .addIntegerArguments(kernel[0], kernel[1], 1, 1, 0, 0, 1, 1, 1, 1, 1)
            .build());
  }
}

package org.limbeck.architectures.dl4j;

import static org.deeplearning4j.nn.params.ConvolutionParamInitializer.BIAS_KEY;
import static org.deeplearning4j.nn.params.ConvolutionParamInitializer.WEIGHT_KEY;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * A convolution of stride 1 as one product of small matrices per image, which stay in the cache.
 * ND4J's native {@code conv2d} and {@code conv2d_bp} take several times as long on small images,
 * and DL4J's own layer longer still.
 */
@SuppressWarnings("serial") // never serialised
final class NativeConvolution extends ConvolutionLayer {
  private ImageColumns patches;
  private NativeRows matrix;
  private NativeRows filters;
  private NativeRows filterGradient;
  private float[] image;
  private float[] columns;

  NativeConvolution(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    prepare();
    INDArray output =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS,
            dataType,
            input.size(0),
            patches.outputHeight(),
            patches.outputWidth(),
            layerConf().getNOut());
    int count = (int) layerConf().getNOut();
    FloatBuffer from = values(input, workspaces);
    FloatPointer weights = packed();
    FloatPointer to = Blas.pointer(output);
    for (int row = 0; row < input.size(0); row++) {
      FloatPointer at = Blas.at(to, (long) row * patches.pixels() * count);
      Blas.tn(gather(from), weights, 0, at, patches.pixels(), count, patches.weights());
    }
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray delta, LayerWorkspaceMgr workspaces) {
    INDArray below =
        workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape());
    int count = (int) layerConf().getNOut();
    FloatBuffer from = values(input, workspaces);
    FloatBuffer to = below.data().asNioFloat();
    FloatPointer errors = Blas.pointer(contiguous(delta, workspaces));
    FloatPointer weights = packed();
    FloatPointer weightGradient = Blas.pointer(filterGradient.rows(patches.weights()));
    for (int row = 0; row < input.size(0); row++) {
      FloatPointer at = Blas.at(errors, (long) row * patches.pixels() * count);
      FloatPointer part = gather(from);
      float kept = row == 0 ? 0 : 1;
      Blas.nn(part, at, kept, weightGradient, patches.weights(), count, patches.pixels());
      if (getIndex() > 0) {
        Blas.nt(weights, at, 0, part, patches.weights(), patches.pixels(), count);
        matrix.values().get(0, columns);
        patches.scatter(columns, image);
        to.put(image);
      }
    }
    unpack();
    Gradient gradient = new DefaultGradient();
    gradient.setGradientFor(BIAS_KEY, gradientViews.get(BIAS_KEY));
    gradient.setGradientFor(WEIGHT_KEY, gradientViews.get(WEIGHT_KEY), 'c');
    return new Pair<>(gradient, below);
  }

  private void prepare() {
    if (patches == null) {
      int[] kernel = layerConf().getKernelSize();
      boolean padded = layerConf().getConvolutionMode() == ConvolutionMode.Same;
      int height = (int) input.size(1);
      int width = (int) input.size(2);
      int channels = (int) input.size(3);
      patches = new ImageColumns(height, width, channels, kernel[0], kernel[1], padded);
      int count = (int) layerConf().getNOut();
      matrix = new NativeRows(patches.pixels());
      filters = new NativeRows(count);
      filterGradient = new NativeRows(count);
      image = new float[patches.image()];
      columns = new float[patches.pixels() * patches.weights()];
    }
  }

  /** Returns the next image as a matrix; it is valid until the next call. */
  private FloatPointer gather(FloatBuffer images) {
    images.get(image);
    patches.gather(image, columns);
    FloatPointer pointer = Blas.pointer(matrix.rows(patches.weights()));
    matrix.values().put(0, columns);
    return pointer;
  }

  /** Returns the weights as weights × filters, the biases last. */
  private FloatPointer packed() {
    int count = (int) layerConf().getNOut();
    FloatPointer pointer = Blas.pointer(filters.rows(patches.weights()));
    FloatBuffer to = filters.values();
    FloatBuffer weights = getParam(WEIGHT_KEY).data().asNioFloat();
    FloatBuffer biases = getParam(BIAS_KEY).data().asNioFloat();
    int last = patches.weights() - 1;
    for (int filter = 0; filter < count; filter++) {
      for (int weight = 0; weight < last; weight++) {
        to.put(weight * count + filter, weights.get());
      }
      to.put(last * count + filter, biases.get());
    }
    return pointer;
  }

  /** Puts the gradient, which is in the order of {@link #packed}, where DL4J wants it. */
  private void unpack() {
    int count = (int) layerConf().getNOut();
    FloatBuffer from = filterGradient.values();
    FloatBuffer weights = gradientViews.get(WEIGHT_KEY).data().asNioFloat();
    FloatBuffer biases = gradientViews.get(BIAS_KEY).data().asNioFloat();
    int last = patches.weights() - 1;
    for (int filter = 0; filter < count; filter++) {
      for (int weight = 0; weight < last; weight++) {
        weights.put(from.get(weight * count + filter));
      }
      biases.put(from.get(last * count + filter));
    }
  }

  private static FloatBuffer values(INDArray array, LayerWorkspaceMgr workspaces) {
    return contiguous(array, workspaces).data().asNioFloat();
  }

  private static INDArray contiguous(INDArray array, LayerWorkspaceMgr workspaces) {
    return array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array)
        ? array
        : workspaces.dup(ArrayType.FF_WORKING_MEM, array, 'c');
  }
}

package org.limbeck.architectures.dl4j;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.limbeck.api.architecture.NetworkLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network that ends in logits and is trained by errors from outside. */
interface Dl4jNetwork {

  /** Returns all parameters: the live array. */
  INDArray params();

  /** Returns the gradient with respect to all parameters: the live array. */
  INDArray getGradientsViewArray();

  /** Returns the shapes of the arrays of parameters, one after the other. */
  int[] parameterShapes();

  /** Returns what the network computes, layer by layer; empty if it does not say. */
  default Optional<List<NetworkLayer>> layers() {
    return Optional.empty();
  }

  /** Hands the logits of {@code rows} to {@code logits}, who must not keep them. */
  void forward(INDArray rows, Consumer<INDArray> logits);

  /**
   * Computes the gradient with respect to all parameters.
   *
   * @param errors turns the logits into the gradient with respect to them
   */
  void backward(INDArray rows, UnaryOperator<INDArray> errors);

  /** Makes a step down the gradient that {@link #backward} has left, which is lost by it. */
  default void descend(float stepSize) {
    INDArray gradient = getGradientsViewArray();
    params().subi(gradient.muli(stepSize).reshape(params().shape()));
  }

  /** Takes out of the gradient what is none: how statistics that layers keep are to change. */
  default void forgetStatistics() {}

  /** Writes where the random numbers of layers such as dropout stand; nothing without such. */
  default void saveNoise(DataOutput out) throws IOException {}

  /** Reads what {@link #saveNoise} has written. */
  default void restoreNoise(DataInput in) throws IOException {}

  /**
   * Gives back the memory of the parameters and their gradient, and leaves the rest to the garbage
   * collector.
   */
  void release();
}

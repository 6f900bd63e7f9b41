package org.limbeck.architectures.vector;

/** Takes the gradient with respect to the weights of a network, part by part. */
interface GradientConsumer {

  /**
   * Takes the derivatives by {@code count} weights or biases.
   *
   * @param gradient the derivatives in its first places; may be overwritten
   * @param at the place of the first of them among the parameters of the network
   * @param decays whether they are weights, which weight decay pulls to 0, and not biases
   */
  void take(float[] gradient, int at, int count, boolean decays);
}

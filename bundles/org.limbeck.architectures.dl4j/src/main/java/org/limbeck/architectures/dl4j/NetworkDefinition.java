package org.limbeck.architectures.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a user's file says about a network.
 *
 * @param configuration its layers
 * @param weights its parameters, one after the other; null if they are to be drawn
 */
record NetworkDefinition(ComputationGraphConfiguration configuration, INDArray weights) {

  /** Describes layers in a row as a graph, whose parameters are in the same order. */
  static NetworkDefinition of(MultiLayerConfiguration layers, INDArray weights) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .graphBuilder()
            .addInputs("input")
            .allowDisconnected(true);
    String last = "input";
    for (int i = 0; i < layers.getConfs().size(); i++) {
      InputPreProcessor before = layers.getInputPreProcess(i);
      String name = "layer " + i;
      graph.addLayer(name, layers.getConf(i).getLayer(), before, last);
      last = name;
    }
    return new NetworkDefinition(graph.setOutputs(last).build(), weights);
  }
}

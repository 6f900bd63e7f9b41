package org.limbeck.architectures.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Makes files of networks as DL4J writes them. */
final class NetworkFiles {

  private NetworkFiles() {}

  static MultiLayerConfiguration layers(Consumer<ListBuilder> layers) {
    ListBuilder list = builder().list();
    layers.accept(list);
    return list.build();
  }

  static ComputationGraphConfiguration graph(Consumer<GraphBuilder> vertices) {
    GraphBuilder graph = builder().graphBuilder();
    vertices.accept(graph);
    return graph.build();
  }

  /** Two dense layers, as DL4J's examples have them. */
  static MultiLayerConfiguration perceptron(int features, int classes) {
    return layers(
        list ->
            list.layer(dense(features, 12)).layer(dense(12, 8)).layer(output(8, classes).build()));
  }

  /** A dense layer whose output goes on together with the input. */
  static ComputationGraphConfiguration shortcut(int features, int classes) {
    return graph(
        graph ->
            graph
                .addInputs("in")
                .addLayer("hidden", dense(features, 9), "in")
                .addVertex("both", new MergeVertex(), "in", "hidden")
                .addLayer("out", output(features + 9, classes).build(), "both")
                .setOutputs("out"));
  }

  static DenseLayer dense(int inputs, int units) {
    return new DenseLayer.Builder().nIn(inputs).nOut(units).activation(Activation.TANH).build();
  }

  static OutputLayer.Builder output(int inputs, int classes) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nIn(inputs)
        .nOut(classes)
        .activation(Activation.SOFTMAX);
  }

  static Path write(Path folder, String text) {
    return write(folder, file -> Files.writeString(file, text));
  }

  static MultiLayerNetwork initialised(MultiLayerConfiguration configuration) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  static ComputationGraph initialised(ComputationGraphConfiguration configuration) {
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }

  static Path save(Path folder, Model model) {
    return write(folder, file -> ModelSerializer.writeModel(model, file.toFile(), true));
  }

  private static NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .l2(1e-3)
        .updater(new Adam(1e-3))
        .weightInit(WeightInit.XAVIER);
  }

  private static Path write(Path folder, Writing writing) {
    try {
      Path file = Files.createTempFile(folder, "network", "");
      writing.write(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void write(Path file) throws IOException;
  }
}

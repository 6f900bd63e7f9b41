package org.limbeck.architectures.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.hdf5.AbstractDs;
import org.bytedeco.hdf5.IdComponent;
import org.bytedeco.javacpp.PointerScope;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasModelImport;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** A model that Keras 1 or 2 has saved, with its weights, as HDF5. */
final class KerasFile {
  private static final String CONFIGURATION = "model_config";
  private static final String VERSION = "keras_version";

  private KerasFile() {}

  /**
   * Reads a model and its weights, without its losses and optimiser.
   *
   * @throws IOException if DL4J cannot make a network of it; the message says why
   */
  @SuppressWarnings({"try", "unchecked"}) // the scope is only closed; generic varargs
  static NetworkDefinition read(Path file) throws IOException {
    // HDF5 works for one thread at a time, so its objects must not wait for JavaCPP's own thread.
    synchronized (Hdf5Archive.LOCK_OBJECT) {
      // What HDF5 has to say is in its exceptions; it would print it besides.
      org.bytedeco.hdf5.Exception.dontPrint();
      try (PointerScope objects = new PointerScope(IdComponent.class, AbstractDs.class)) {
        return isSequential(file) ? sequential(file) : graph(file);
      } catch (InvalidKerasConfigurationException | UnsupportedKerasConfigurationException e) {
        throw new IOException("DL4J cannot import this Keras model: " + ExceptionSummary.of(e), e);
      }
    }
  }

  private static boolean isSequential(Path file)
      throws IOException, UnsupportedKerasConfigurationException {
    try (Hdf5Archive archive = new Hdf5Archive(file.toString())) {
      if (!archive.hasAttribute(CONFIGURATION)) {
        throw new IOException(
            "it is HDF5 without a Keras model; save the whole model, not its weights alone");
      }
      if (archive.hasAttribute(VERSION) && archive.readAttributeAsString(VERSION).startsWith("3")) {
        throw new IOException(
            "it was saved by Keras 3, whose models DL4J does not know; save it by Keras 2"
                + " (tf-keras) as .h5");
      }
      String json = archive.readAttributeAsJson(CONFIGURATION);
      return new ObjectMapper().readTree(json).path("class_name").asText().equals("Sequential");
    }
  }

  private static NetworkDefinition sequential(Path file)
      throws IOException,
          InvalidKerasConfigurationException,
          UnsupportedKerasConfigurationException {
    MultiLayerNetwork network =
        KerasModelImport.importKerasSequentialModelAndWeights(file.toString(), false);
    dropNothing(network.getLayers());
    return NetworkDefinition.of(network.getLayerWiseConfigurations(), network.params());
  }

  private static NetworkDefinition graph(Path file)
      throws IOException,
          InvalidKerasConfigurationException,
          UnsupportedKerasConfigurationException {
    ComputationGraph network = KerasModelImport.importKerasModelAndWeights(file.toString(), false);
    dropNothing(network.getLayers());
    return new NetworkDefinition(network.getConfiguration(), network.params());
  }

  /**
   * Takes away the dropout that keeps everything, which DL4J gives to layers without dropout, and
   * cannot differentiate behind channel-last convolutions.
   */
  private static void dropNothing(Layer[] layers) {
    for (Layer layer : layers) {
      var configuration = layer.conf().getLayer();
      if (configuration.getIDropout() instanceof Dropout dropout && dropout.getP() == 1) {
        configuration.setIDropout(null);
      }
    }
  }
}

package org.limbeck.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.preprocessing.Preprocessing;

/**
 * Writes networks as ONNX models: version 8 of the format, with operators of set 13, which ONNX
 * Runtime reads from 1.10 on. A model has the input {@value #INPUT}, floats, rows × values, and the
 * output {@value #OUTPUT}, floats, rows × classes. Images are rows too, pixel by pixel, the
 * channels of a pixel side by side.
 */
public final class OnnxModel {
  /** The name of the input. */
  public static final String INPUT = "samples";

  /** The name of the output. */
  public static final String OUTPUT = "probabilities";

  private static final int FORMAT = 8;
  private static final int OPERATORS = 13;

  private OnnxModel() {}

  /**
   * Returns the bytes of a model's file.
   *
   * @param layers from a row of features to its soft decisions
   * @param preprocessing what makes features of the numbers that people write, to be done by the
   *     model; empty for a model of features
   * @param metadata what else is to be known of it, such as the names of classes
   * @throws IllegalArgumentException if samples hold more than numbers, or the layers do not begin
   *     with one that has weights; the message says where
   */
  public static byte[] of(
      List<NetworkLayer> layers,
      Optional<Preprocessing> preprocessing,
      Map<String, String> metadata) {
    OnnxGraph graph = new OnnxGraph();
    LayerNodes network = new LayerNodes(graph);
    int features = LayerNodes.inputs(layers);
    int cells = preprocessing.map(Preprocessing::cells).orElse(features);
    String scaled =
        preprocessing.isPresent() ? new ScalingNodes(graph).add(INPUT, preprocessing.get()) : INPUT;
    network.add(scaled, layers, OUTPUT);
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("Limbeck")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
            .setGraph(graph.of(INPUT, cells, OUTPUT, LayerNodes.outputs(layers)));
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build().toByteArray();
  }
}

package org.limbeck.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** A graph that grows node by node. Each node has one output, which bears its name. */
final class OnnxGraph {
  private static final String ROWS = "rows";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("limbeck");
  private int names;

  /** Adds an operator, and returns the name of its output. */
  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    String output = name(operator);
    named(output, operator, inputs, attributes);
    return output;
  }

  /** Adds an operator whose output has a given name. */
  void named(String output, String operator, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setName(output)
            .setOpType(operator)
            .addAllInput(inputs)
            .addOutput(output)
            .addAllAttribute(List.of(attributes)));
  }

  /** Adds a constant, and returns its name. */
  String floats(float[] values, long... sizes) {
    TensorProto.Builder tensor = tensor(TensorProto.DataType.FLOAT, sizes);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return constant(tensor);
  }

  /** Adds a constant, and returns its name. */
  String doubles(double[] values, long... sizes) {
    TensorProto.Builder tensor = tensor(TensorProto.DataType.DOUBLE, sizes);
    for (double value : values) {
      tensor.addDoubleData(value);
    }
    return constant(tensor);
  }

  /** Adds a constant vector, and returns its name. */
  String integers(long... values) {
    TensorProto.Builder tensor = tensor(TensorProto.DataType.INT64, values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return constant(tensor);
  }

  /** Returns an attribute that holds integers. */
  static AttributeProto integersOf(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  /** Returns an attribute that holds an integer. */
  static AttributeProto integerOf(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** Returns the graph, with an input and an output of so many values a row. */
  GraphProto of(String input, int inputs, String output, int outputs) {
    return graph.addInput(rows(input, inputs)).addOutput(rows(output, outputs)).build();
  }

  private static ValueInfoProto rows(String name, int values) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(ROWS))
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(values))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }

  private TensorProto.Builder tensor(TensorProto.DataType type, long... sizes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name("Constant")).setDataType(type.getNumber());
    for (long size : sizes) {
      tensor.addDims(size);
    }
    return tensor;
  }

  private String constant(TensorProto.Builder tensor) {
    graph.addInitializer(tensor);
    return tensor.getName();
  }

  private String name(String kind) {
    return kind + "-" + ++names;
  }
}

package org.limbeck.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.List;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;

/**
 * What makes features of numbers, as nodes of a graph: (x − shift) / divisor in double precision,
 * rounded once, with what stands for a value that is missing in the place of NaN.
 */
final class ScalingNodes {
  private final OnnxGraph graph;

  ScalingNodes(OnnxGraph graph) {
    this.graph = graph;
  }

  /** Adds the nodes, and returns the name of the features. */
  String add(String input, Preprocessing preprocessing) {
    int cells = preprocessing.cells();
    double[] shift = new double[cells];
    double[] divisor = new double[cells];
    float[] missing = new float[cells];
    Arrays.fill(missing, Float.NaN);
    int cell = 0;
    for (ColumnEncoder column : preprocessing.columns()) {
      if (column instanceof NumberColumn number) {
        shift[cell] = number.shift();
        divisor[cell] = number.divisor();
        missing[cell] = (float) number.missing().orElse(Double.NaN);
      } else if (column instanceof PixelColumns pixels) {
        Arrays.fill(divisor, cell, cell + pixels.cells(), pixels.brightest());
      } else {
        throw new IllegalArgumentException(
            "column '" + String.join(", ", column.names()) + "' does not hold numbers");
      }
      cell += column.cells();
    }
    return scaled(filled(input, missing), shift, divisor);
  }

  private String filled(String input, float[] missing) {
    boolean none = true;
    for (float value : missing) {
      none &= Float.isNaN(value);
    }
    if (none) {
      return input;
    }
    String instead = graph.floats(missing, 1, missing.length);
    return graph.node("Where", List.of(graph.node("IsNaN", List.of(input)), instead, input));
  }

  private String scaled(String cells, double[] shift, double[] divisor) {
    String precise = cast(cells, TensorProto.DataType.DOUBLE);
    String shifted = graph.node("Sub", List.of(precise, graph.doubles(shift, 1, shift.length)));
    String divided = graph.node("Div", List.of(shifted, graph.doubles(divisor, 1, divisor.length)));
    return cast(divided, TensorProto.DataType.FLOAT);
  }

  private String cast(String input, TensorProto.DataType type) {
    return graph.node("Cast", List.of(input), OnnxGraph.integerOf("to", type.getNumber()));
  }
}

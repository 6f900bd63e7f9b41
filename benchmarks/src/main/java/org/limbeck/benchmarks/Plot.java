package org.limbeck.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;

/**
 * Draws what {@code limbeck bench --json} and {@code pytorch/compare.py --json} have measured as
 * bars side by side.
 */
public final class Plot {
  private static final List<String> WORKLOADS =
      List.of(
          "train-softmax", "train-mlp", "train-cnn", "train-mlp-32", "distill-mlp-32", "round-32");

  private Plot() {}

  /**
   * Draws.
   *
   * @param arguments the PNG file to write, then JSON files
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, Map<String, Double>> gflops = new LinkedHashMap<>();
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      read(Path.of(file), gflops);
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(1000)
            .height(420)
            .theme(ChartTheme.Matlab)
            .yAxisTitle("GFLOP/s, one thread")
            .build();
    chart.getStyler().setAvailableSpaceFill(0.85);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    gflops.forEach((backend, values) -> chart.addSeries(backend, WORKLOADS, heights(values)));
    BitmapEncoder.saveBitmap(chart, arguments[0], BitmapFormat.PNG);
  }

  private static void read(Path file, Map<String, Map<String, Double>> gflops) throws IOException {
    for (JsonNode measurement : new ObjectMapper().readTree(file.toFile())) {
      if (measurement.get("threads").intValue() == 1) {
        gflops
            .computeIfAbsent(measurement.get("backend").textValue(), b -> new LinkedHashMap<>())
            .put(measurement.get("workload").textValue(), measurement.get("gflops").doubleValue());
      }
    }
  }

  private static List<Double> heights(Map<String, Double> values) {
    List<Double> heights = new ArrayList<>();
    WORKLOADS.forEach(workload -> heights.add(values.get(workload)));
    return heights;
  }
}

package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** Whether workloads are measured; how fast they are is nothing to assert. */
class BenchIT {
  private static final String[] SHORT = {"--windows=2", "--seconds=0.01"};

  @TempDir private Path folder;

  @Test
  void measuresStepsAndRoundsAsJson() throws Exception {
    Shell.Result result = bench("train-softmax", "distill-mlp-32", "round-32", "--json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    JsonNode measurements = new ObjectMapper().readTree(result.out());
    assertThat(measurements).hasSize(3);
    assertThat(measurements.findValuesAsText("workload"))
        .containsExactly("train-softmax", "distill-mlp-32", "round-32");
    for (JsonNode measurement : measurements) {
      assertThat(measurement.get("backend").textValue()).isEqualTo("vector");
      assertThat(measurement.get("threads").intValue()).isEqualTo(1);
      assertThat(measurement.get("gflops").doubleValue()).isPositive();
      assertThat(measurement.get("shareOfPeak").doubleValue()).isBetween(0.0, 1.0);
      double steps = measurement.get("stepsPerSecond").doubleValue();
      assertThat(steps)
          .isBetween(measurement.get("min").doubleValue(), measurement.get("max").doubleValue());
    }
  }

  @Test
  void measuresDl4jOnTwoThreads() throws Exception {
    Shell.Result result = bench("train-mlp", "--backend=dl4j", "--threads=2");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).containsPattern("train-mlp +dl4j +2 +2 ");
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    Shell.Result result = bench("train-mpl");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("there is no workload 'train-mpl'; allowed: train-softmax");
  }

  private Shell.Result bench(String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of("bench"));
    all.addAll(List.of(args));
    all.addAll(List.of(SHORT));
    return new Shell(folder).run(all.toArray(String[]::new));
  }
}

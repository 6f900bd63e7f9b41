package org.limbeck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {
  @TempDir private Path folder;

  @Test
  void drawsWhatWasMeasured() throws Exception {
    Path measured = folder.resolve("measured.json");
    Files.writeString(
        measured,
        """
        [
          {"workload": "train-mlp", "backend": "vector", "threads": 1, "gflops": 70},
          {"workload": "train-mlp", "backend": "vector", "threads": 2, "gflops": 120},
          {"workload": "train-cnn", "backend": "dl4j", "threads": 1, "gflops": 10}
        ]
        """);
    Path png = folder.resolve("plot.png");

    Plot.main(new String[] {png.toString(), measured.toString()});

    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1000);
  }
}

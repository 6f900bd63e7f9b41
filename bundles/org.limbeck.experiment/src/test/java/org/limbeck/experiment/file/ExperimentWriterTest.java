package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.experiment.Experiment;

class ExperimentWriterTest {
  private final FakeCatalog catalog = new FakeCatalog();
  private final ExperimentReader reader = new ExperimentReader(catalog, catalog);

  /** Checkpoints and resumed runs compare the text. */
  @Test
  void writesEveryKeyInItsPlace() throws IOException {
    Experiment experiment = reader.read(text("every-key.yaml"), "every-key.yaml");
    assertThat(new ExperimentWriter().write(experiment, Map.of("limbeck", "0.1.0")))
        .isEqualTo(text("every-key-written.yaml"));
  }

  @Test
  void leavesOutWhatIsNotThere() {
    String text =
        """
        name: least
        rounds: 10
        data: digits
        reference: digits
        baseline: none
        devices: [{architecture: mlp}]
        """;
    assertThat(new ExperimentWriter().write(reader.read(text, "least.yaml")))
        .contains("baseline: none\n", "handover:\n", "mixing: metropolis\n")
        .doesNotContain("description", "pace", "trigger", "privacy", "adversaries", "swaps");
  }

  private String text(String resource) throws IOException {
    try (InputStream stream = getClass().getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

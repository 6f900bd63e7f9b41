package org.limbeck.experiment.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limbeck.experiment.Experiment;

/**
 * Experiments that are written to {@code test.yaml} and read with the plug-ins of a fake catalog.
 *
 * @param folder where the file stands
 * @param reader reads it
 */
record ExperimentFiles(Path folder, ExperimentReader reader) {
  /** An experiment that says what it has to. */
  static final String MINIMAL =
      """
      rounds: 10
      data: digits
      reference: digits
      devices:
        - {count: 2, architecture: mlp}
      """;

  static ExperimentFiles in(Path folder) {
    FakeCatalog catalog = new FakeCatalog();
    return new ExperimentFiles(folder, new ExperimentReader(catalog, catalog));
  }

  Experiment read(String yaml, String... settings) throws IOException {
    return reader.read(write(yaml), List.of(settings));
  }

  Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("test.yaml"), yaml);
  }
}

package org.limbeck.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Experiment files for tests: four devices of two architectures, three rounds. */
final class Experiments {
  private static final String SMALL =
      """
      name: small
      rounds: 3
      evaluateEvery: 2
      data: digits
      reference: {name: digits, rows: 100}
      partition: {name: dirichlet, alpha: 1, maxRows: 40}
      devices:
        - {count: 2, architecture: {name: mlp, hidden: [8]}}
        - {count: 1, architecture: softmax}
        - {count: 1, architecture: {name: mlp, hidden: [8]}}
      """;

  private Experiments() {}

  static Path small(Path folder) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), SMALL);
  }
}

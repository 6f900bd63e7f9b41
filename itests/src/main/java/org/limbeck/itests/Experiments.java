package org.limbeck.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.Experiment;

/** Experiments for tests: four devices of two architectures. */
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

  /** One to schedule and steer changes in. */
  static final String STEERED =
      """
      rounds: 20
      evaluateEvery: 5
      checkpointEvery: 4
      data: digits
      reference: {name: digits, rows: 100}
      batch: 8
      handover: {steps: 20, batch: 32}
      devices:
        - {count: 2, architecture: {name: mlp, hidden: [8]}}
        - {count: 2, architecture: softmax}
      """;

  private Experiments() {}

  /** Writes an experiment into a folder and reads it. */
  static Experiment read(Engine engine, Path folder, String text) throws IOException {
    return engine.read(Files.writeString(folder.resolve("steered.yaml"), text), List.of());
  }

  static Path small(Path folder) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), SMALL);
  }
}

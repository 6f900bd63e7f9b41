package org.limbeck.cli.predict;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The samples to classify, and how the classes are shown. */
final class SampleInput {
  @Parameters(
      paramLabel = "FILE",
      description =
          "A CSV file: one sample per line, the features as the dataset's users write them (digits:"
              + " 64 pixels from 0 to 16). A header and lines that begin with # are skipped. -"
              + " reads standard input.")
  private String file;

  @Option(
      names = "--json",
      description = "Write JSON, with the probability of every class, to standard output.")
  private boolean json;

  /** Returns the CSV file; {@code -} for standard input. */
  String file() {
    return file;
  }

  /** Returns whether JSON is wanted. */
  boolean json() {
    return json;
  }
}

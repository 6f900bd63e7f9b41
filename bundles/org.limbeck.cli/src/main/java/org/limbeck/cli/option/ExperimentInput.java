package org.limbeck.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code FILE} and {@code --set}: one experiment, and what replaces its values. */
public final class ExperimentInput {
  @Parameters(paramLabel = "FILE", description = "The experiment, a YAML file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      completionCandidates = ExperimentKeyNames.class,
      description =
          "Replace a value of the file, such as topology.name=star or devices.0.count=2. May be"
              + " given several times. Keys: ${COMPLETION-CANDIDATES}.")
  private List<String> settings = new ArrayList<>();

  /** Returns the YAML file. */
  public Path file() {
    return file;
  }

  /** Returns the replacements as the user wrote them, in their order. */
  public List<String> settings() {
    return List.copyOf(settings);
  }
}

package org.limbeck.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --set}: what replaces values of an experiment file. */
public final class SettingsOption {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      completionCandidates = ExperimentKeyNames.class,
      description =
          "Replace a value of the file, such as topology.name=star or devices.0.count=2. May be"
              + " given several times. Keys: ${COMPLETION-CANDIDATES}.")
  private List<String> settings = new ArrayList<>();

  /** Returns the replacements as the user wrote them, in their order. */
  public List<String> values() {
    return List.copyOf(settings);
  }
}

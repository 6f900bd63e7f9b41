package org.limbeck.cli.option;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code FILE} and {@code --set}: one experiment, and what replaces its values. */
public final class ExperimentInput {
  @Parameters(paramLabel = "FILE", description = "The experiment, a YAML file.")
  private Path file;

  @Mixin private SettingsOption settings;

  /** Returns the YAML file. */
  public Path file() {
    return file;
  }

  /** Returns the replacements as the user wrote them, in their order. */
  public List<String> settings() {
    return settings.values();
  }
}

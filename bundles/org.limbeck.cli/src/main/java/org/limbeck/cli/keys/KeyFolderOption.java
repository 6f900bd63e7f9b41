package org.limbeck.cli.keys;

import java.nio.file.Path;
import org.limbeck.experiment.keys.KeyFolder;
import picocli.CommandLine.Option;

/** {@code --dir}: where keys are kept. */
final class KeyFolderOption {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "keys",
      description = "The folder of the keys (default: ${DEFAULT-VALUE}).")
  private Path folder;

  KeyFolder folder() {
    return new KeyFolder(folder);
  }
}

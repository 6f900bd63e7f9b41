package org.limbeck.cli.run;

import java.nio.file.Path;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.keys.KeyFolder;
import picocli.CommandLine.Option;

/** {@code --keys}: what frames are signed with. */
public final class KeysOption {
  @Option(
      names = "--keys",
      paramLabel = "DIR|none",
      description =
          "The folder of keys, see limbeck keys: every frame is signed, and refused unless a device"
              + " with a key there has signed it. A broker on another machine needs it, or none,"
              + " with which anybody may speak; ./none is a folder.")
  private String keys;

  /**
   * Returns the same settings with the keys that are wanted.
   *
   * @throws org.limbeck.experiment.InvalidInputException if they cannot be read
   */
  public RunSettings apply(RunSettings settings) {
    if (keys == null) {
      return settings;
    }
    return keys.equals(KeyFolder.NONE)
        ? settings.withoutKeys()
        : settings.withKeys(new KeyFolder(Path.of(keys)).watch());
  }
}

package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run folder of two devices, with models that the engine of tests takes. */
final class TrainedRunFolder {
  private TrainedRunFolder() {}

  /** Makes it, and returns the folder of device-2. */
  static Path write(Path run) throws IOException {
    for (String id : new String[] {"device-1", "device-2"}) {
      Files.createDirectories(run.resolve(id));
      Files.writeString(run.resolve(id).resolve("model.bin"), "model of " + id);
    }
    Files.writeString(run.resolve("experiment.yaml"), "name: small");
    return run.resolve("device-2");
  }
}

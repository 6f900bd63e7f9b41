package org.limbeck.cli.device;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.limbeck.cli.predict.DeviceFile;
import org.limbeck.cli.run.EventMessages;
import org.limbeck.cli.run.FolderKind;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Placement;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.DeviceSetup;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunFolder;

/** One life of a device on its own: from its start, or its latest checkpoint, to its end. */
final class DeviceSession {
  private static final String CHECKPOINTS = "device";

  private final Engine engine;
  private final DeviceSetup setup;
  private final RunFolder folder;
  private final DeviceScreen screen;

  DeviceSession(Engine engine, DeviceSetup setup, RunFolder folder, DeviceScreen screen) {
    this.engine = engine;
    this.setup = setup;
    this.folder = folder;
    this.screen = screen;
  }

  /** Lives until all rounds are done, or until this thread is interrupted. */
  void run() throws IOException {
    requireOwnFolder();
    try (Run run = open()) {
      Experiment experiment = setup.experiment();
      String written = engine.write(experiment);
      folder.write(RunFolder.EXPERIMENT_FILE, written);
      DeviceFolder files =
          new DeviceFolder(folder, run, setup.id(), new DeviceFile(written), screen::say);
      DeviceJournal journal = new DeviceJournal(setup.id(), files, screen, Clock.systemUTC());
      run.warnings().forEach(concern -> screen.say(EventMessages.warning(concern)));
      boolean stopped = false;
      try {
        run.execute(List.of(journal));
      } catch (InterruptedException e) {
        stopped = true;
        List.of(e.getSuppressed()).forEach(fault -> screen.say(fault.getMessage()));
      }
      journal.end(stopped);
      files.requireWritten();
    }
  }

  private Run open() {
    RunSettings settings =
        RunSettings.of(1)
            .withLive(true)
            .withTimeout(setup.timeout())
            .withCheckpoints(folder.checkpoints(CHECKPOINTS))
            .withPlacement(new Placement.Standalone(setup.neighbours()))
            .withPause(setup.pause());
    RunSettings complete =
        setup
            .keys()
            .map(settings::withKeys)
            .orElseGet(() -> setup.unsigned() ? settings.withoutKeys() : settings);
    return folder.hasCheckpoint(CHECKPOINTS)
        ? engine.resume(setup.experiment(), complete)
        : engine.open(setup.experiment(), complete);
  }

  private void requireOwnFolder() {
    if (Files.exists(folder.experiment())
        && !folder.hasCheckpoint(CHECKPOINTS)
        && !FolderKind.isDevice(folder.path())) {
      throw new InvalidInputException(
          new Origin(folder.path().toString(), 0, ""),
          "is the folder of a run, and not of a device: name another one with folder or --out");
    }
  }
}

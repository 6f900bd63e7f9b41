package org.limbeck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.limbeck.cli.predict.DeviceFile;
import org.limbeck.cli.predict.TrainedDevice;
import org.limbeck.engine.Run;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.experiment.Experiment;
import org.limbeck.report.Report;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunRecord;
import org.limbeck.report.Summary;

/** What a run that has ended leaves in its folder: models first, the summary last. */
final class ResultWriter {
  private final Experiment experiment;
  private final Map<String, String> versions;
  private final RunFolder folder;

  /**
   * Makes the results of a run.
   *
   * @param versions those of what takes part
   */
  ResultWriter(Experiment experiment, Map<String, String> versions, RunFolder folder) {
    this.experiment = experiment;
    this.versions = versions;
    this.folder = folder;
  }

  void write(Run run, Summary summary, RunRecord together, Optional<RunRecord> alone)
      throws IOException {
    String resolved = Files.readString(folder.experiment());
    DeviceFile devices = new DeviceFile(resolved);
    for (String device : run.devices()) {
      folder.write(TrainedDevice.modelFile(device), model -> run.saveModel(device, model));
    }
    for (DeviceStatus device : run.control().status().devices()) {
      if (!run.devices().contains(device.id())) {
        continue;
      }
      folder.write(TrainedDevice.deviceFile(device.id()), devices.of(device));
    }
    new Report(summary, together, alone, experiment.description(), resolved, versions)
        .writeTo(folder);
  }
}

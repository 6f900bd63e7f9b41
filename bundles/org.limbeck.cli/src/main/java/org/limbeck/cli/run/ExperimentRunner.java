package org.limbeck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.predict.DeviceFile;
import org.limbeck.cli.predict.PreprocessingFile;
import org.limbeck.cli.predict.TrainedDevice;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.experiment.Experiment;
import org.limbeck.report.MetricsWriter;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunRecord;
import org.limbeck.report.RunRecorder;
import org.limbeck.report.Summary;
import org.limbeck.report.page.Report;
import org.limbeck.report.parts.DecisionsWriter;

/**
 * Carries experiments through, from wherever their run folders say that they stand: from the
 * beginning where there is no checkpoint.
 */
public final class ExperimentRunner {
  private static final String TOGETHER = "together";
  private static final String ALONE = "alone";

  private final Engine engine;
  private final ComponentVersions versions;
  private final RunSettings settings;

  public ExperimentRunner(Engine engine, ComponentVersions versions, RunSettings settings) {
    this.engine = engine;
    this.versions = versions;
    this.settings = settings;
  }

  /**
   * Runs what is left of the baseline and of the experiment, and writes the results.
   *
   * @param startedAt when the run begins, if it does
   * @param milestone is kept up to date
   * @return the outcome
   * @throws InterruptedException if the thread is interrupted; what was reached is in the folder
   */
  public Summary carryThrough(
      Experiment experiment,
      RunFolder folder,
      Instant startedAt,
      RunPosition milestone,
      RunListener audience)
      throws IOException, InterruptedException {
    try (Run together = open(experiment, folder, TOGETHER, settings.withFolder(folder.path()));
        BaselineRun baseline = BaselineRun.of(experiment, other -> openAlone(other, folder))) {
      if (!Files.exists(folder.experiment())) {
        PartFile.write(folder, settings.placement().places());
        folder.write(RunFolder.EXPERIMENT_FILE, engine.write(experiment));
      }
      audience.warn(together.warnings());
      Map<String, String> components = versions.of(experiment);
      Optional<RunRecord> alone = baseline.execute(startedAt, audience::alone, milestone);
      List<String> classNames =
          together.preprocessing().map(Preprocessing::classNames).orElse(List.of());
      RunRecord record =
          execute(together, folder, startedAt, milestone, audience).withClassNames(classNames);
      Summary summary =
          Summary.of(record, alone, settings.threads()).withNotices(together.notices());
      String text = Files.readString(folder.experiment());
      String description = experiment.description();
      write(together, folder, new Report(summary, record, alone, description, text, components));
      return summary;
    }
  }

  private Run open(Experiment experiment, RunFolder folder, String name, RunSettings wanted) {
    RunSettings complete = wanted.withCheckpoints(folder.checkpoints(name));
    return folder.hasCheckpoint(name)
        ? engine.resume(experiment, complete)
        : engine.open(experiment, complete);
  }

  /** Devices of which each is alone need no network, wherever the others are. */
  private Run openAlone(Experiment baseline, RunFolder folder) {
    boolean apart = !settings.placement().places().isEmpty();
    return open(apart ? baseline.inThisProcess() : baseline, folder, ALONE, settings.unattended());
  }

  private static RunRecord execute(
      Run run, RunFolder folder, Instant startedAt, RunPosition milestone, RunListener audience)
      throws IOException, InterruptedException {
    milestone.begin("");
    try (MetricsWriter metrics = new MetricsWriter(folder);
        ProgressDisplay followers = audience.together(run.control())) {
      RunRecorder recorder = new RunRecorder(startedAt, System::nanoTime, metrics);
      run.execute(List.of(recorder, new DecisionsWriter(folder), milestone, followers));
      return recorder.record();
    }
  }

  /** Writes what a run that has ended leaves: models first, the summary last. */
  private static void write(Run run, RunFolder folder, Report report) throws IOException {
    DeviceFile devices = new DeviceFile(report.experiment());
    Optional<byte[]> preprocessing = run.preprocessing().map(PreprocessingFile::of);
    for (String device : run.devices()) {
      folder.write(TrainedDevice.modelFile(device), model -> run.saveModel(device, model));
      if (preprocessing.isPresent()) {
        byte[] content = preprocessing.get();
        folder.write(TrainedDevice.preprocessingFile(device), out -> out.write(content));
      }
    }
    for (DeviceStatus device : run.control().status().devices()) {
      if (run.devices().contains(device.id())) {
        folder.write(TrainedDevice.deviceFile(device.id()), devices.of(device));
      }
    }
    report.writeTo(folder);
  }
}

package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.event.RunObserver;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.engine.control.Shell;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.report.MetricsWriter;
import org.limbeck.report.Report;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunRecord;
import org.limbeck.report.RunRecorder;
import org.limbeck.report.Summary;

/**
 * Carries an experiment through, from wherever its run folder says that it stands: from the
 * beginning where there is no checkpoint.
 */
final class RunSession {
  private static final String TOGETHER = "together";
  private static final String ALONE = "alone";

  private final Engine engine;
  private final Versions versions;
  private final Interruptible runs;
  private final RunSettings settings;
  private final RunOptions options;
  private final Optional<Shell> shell;
  private final Terminal terminal;
  private final ProgressFactory progress;

  RunSession(
      Engine engine,
      Versions versions,
      Interruptible runs,
      RunSettings settings,
      RunOptions options,
      Optional<Shell> shell,
      Terminal terminal) {
    this.engine = engine;
    this.versions = versions;
    this.runs = runs;
    this.settings = settings;
    this.options = options;
    this.shell = shell;
    this.terminal = terminal;
    this.progress = new ProgressFactory(terminal, options.quiet());
  }

  /**
   * Runs what is left of the baseline and of the experiment, writes the results and shows them.
   *
   * @param startedAt when the run begins, if it does
   * @throws UnfinishedRunException if it is cut short and can go on later
   */
  void carryThrough(Experiment experiment, RunPlace place, Instant startedAt)
      throws IOException, InterruptedException, UnfinishedRunException {
    RunFolder folder = place.folder();
    Milestone milestone = new Milestone();
    try (Run together = open(experiment, folder, TOGETHER, settings);
        Baseline baseline =
            Baseline.of(experiment, other -> open(other, folder, ALONE, baselineSettings()))) {
      if (!Files.exists(folder.experiment())) {
        folder.write(RunFolder.EXPERIMENT_FILE, engine.write(experiment));
      }
      Results results = new Results(experiment, versions.of(experiment), folder);
      Optional<RunRecord> alone = baseline.execute(startedAt, progress, milestone);
      RunRecord record = execute(together, folder, startedAt, milestone);
      Summary summary = Summary.of(record, alone, settings.threads());
      results.write(together, summary, record, alone);
      show(summary, baseline, place);
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (milestone.isReached() && folder.stays()) {
        throw new UnfinishedRunException(
            milestone + "; go on with: limbeck resume " + place.shown(), e);
      }
      throw e;
    }
  }

  private Run open(Experiment experiment, RunFolder folder, String name, RunSettings wanted) {
    RunSettings complete = wanted.withCheckpoints(folder.checkpoints(name));
    return folder.hasCheckpoint(name)
        ? engine.resume(experiment, complete)
        : engine.open(experiment, complete);
  }

  private RunSettings baselineSettings() {
    return new RunSettings(
        settings.threads(), false, false, settings.patience(), settings.checkpoints());
  }

  private RunRecord execute(Run run, RunFolder folder, Instant startedAt, Milestone milestone)
      throws IOException, InterruptedException {
    RunControl control = run.control();
    Optional<ShellSession> person = shell.map(open -> new ShellSession(open, control, terminal));
    milestone.begin("");
    runs.endBy(() -> endIfHeld(control));
    try (MetricsWriter metrics = new MetricsWriter(folder);
        Progress shown = person.map(progress::beside).orElseGet(() -> progress.of(""))) {
      RunRecorder recorder = new RunRecorder(startedAt, System::nanoTime, metrics);
      List<RunObserver> observers = new ArrayList<>(List.of(recorder, milestone, shown));
      person.ifPresent(observers::add);
      run.execute(observers);
      return recorder.record();
    } finally {
      person.ifPresent(ShellSession::close);
    }
  }

  private static boolean endIfHeld(RunControl control) {
    boolean held = control.status().state() == RunStatus.State.HELD;
    if (held) {
      control.end();
    }
    return held;
  }

  private void show(Summary summary, Baseline baseline, RunPlace place) {
    if (options.json()) {
      terminal.out().print(summary.toJson());
      if (!options.quiet()) {
        terminal.err().println("run folder: " + place.shown());
      }
      return;
    }
    new ResultTable(terminal.outColour(), baseline.column()).print(summary, terminal.out());
    terminal.out().println();
    terminal.out().println("run folder: " + place.shown());
    terminal.out().println("report:     " + place.shown().resolve(Report.PAGE_FILE));
  }
}

package org.limbeck.cli.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.limbeck.cli.command.Interruptible;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Placement;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.engine.control.Shell;
import org.limbeck.experiment.Experiment;
import org.limbeck.report.Summary;

/** Carries an experiment through before a person, who may steer it, and shows the results. */
final class RunSession implements RunListener {
  private final Engine engine;
  private final ComponentVersions versions;
  private final RunSettings settings;
  private final Interruptible runs;
  private final RunOptions options;
  private final Optional<Shell> shell;
  private final Terminal terminal;
  private final ProgressFactory progress;

  RunSession(
      Engine engine,
      ComponentVersions versions,
      Interruptible runs,
      RunSettings settings,
      RunOptions options,
      Optional<Shell> shell,
      Terminal terminal) {
    this.engine = engine;
    this.versions = versions;
    this.settings = settings;
    this.runs = runs;
    this.options = options;
    this.shell = shell;
    this.terminal = terminal;
    this.progress = new ProgressFactory(terminal, options.quiet());
  }

  /**
   * Runs what is left of the baseline and of the experiment, writes the results and shows them.
   *
   * @param devices the places of the devices of this process; none for all
   * @param startedAt when the run begins, if it does
   * @throws UnfinishedRunException if it is cut short and can go on later
   */
  void carryThrough(Experiment experiment, RunPlace place, List<Integer> devices, Instant startedAt)
      throws IOException, InterruptedException, UnfinishedRunException {
    RunPosition milestone = new RunPosition();
    runs.ifAbandoned(place::close);
    try {
      Summary summary =
          new ExperimentRunner(engine, versions, settings.withPlacement(Placement.of(devices)))
              .carryThrough(experiment, place.folder(), startedAt, milestone, this);
      new ResultPrinter(terminal, options.json(), options.quiet())
          .print(summary, BaselineRun.column(experiment), place.shown());
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (milestone.isReached() && place.folder().stays()) {
        throw new UnfinishedRunException(
            milestone + "; go on with: limbeck resume " + place.shown(), e);
      }
      throw e;
    }
  }

  @Override
  public void warn(List<String> concerns) {
    if (!options.quiet()) {
      concerns.forEach(concern -> terminal.err().println(EventMessages.warning(concern)));
    }
  }

  @Override
  public ProgressDisplay alone(String label) {
    return progress.of(label);
  }

  @Override
  public ProgressDisplay together(RunControl control) {
    runs.endBy(() -> endIfHeld(control));
    return shell
        .<ProgressDisplay>map(open -> new ShellSession(open, control, terminal, progress))
        .orElseGet(() -> progress.of(""));
  }

  private static boolean endIfHeld(RunControl control) {
    boolean held = control.status().state() == RunStatus.State.HELD;
    if (held) {
      control.end();
    }
    return held;
  }
}

package org.limbeck.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.Engine;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.engine.control.Shell;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.report.Report;
import org.limbeck.report.Summary;

/** Carries an experiment through before a person, who may steer it, and shows the results. */
final class RunSession {
  private final Execution execution;
  private final Interruptible runs;
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
    this.execution = new Execution(engine, versions, settings);
    this.runs = runs;
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
    Milestone milestone = new Milestone();
    try {
      Summary summary =
          execution.carryThrough(experiment, place.folder(), startedAt, milestone, audience());
      show(summary, Baseline.column(experiment), place);
    } catch (IOException | InterruptedException | RuntimeException e) {
      if (milestone.isReached() && place.folder().stays()) {
        throw new UnfinishedRunException(
            milestone + "; go on with: limbeck resume " + place.shown(), e);
      }
      throw e;
    }
  }

  private Audience audience() {
    return new Audience() {
      @Override
      public void warn(List<String> concerns) {
        if (!options.quiet()) {
          concerns.forEach(concern -> terminal.err().println(Notices.warning(concern)));
        }
      }

      @Override
      public Progress alone(String label) {
        return progress.of(label);
      }

      @Override
      public Progress together(RunControl control) {
        Optional<ShellSession> person =
            shell.map(open -> new ShellSession(open, control, terminal));
        runs.endBy(() -> endIfHeld(control));
        return person.<Progress>map(RunSession.this::beside).orElseGet(() -> progress.of(""));
      }
    };
  }

  private Progress beside(ShellSession person) {
    Progress shown = progress.beside(person);
    return new Progress() {
      @Override
      public void on(RunEvent event) {
        shown.on(event);
        person.on(event);
      }

      @Override
      public void close() {
        shown.close();
        person.close();
      }
    };
  }

  private static boolean endIfHeld(RunControl control) {
    boolean held = control.status().state() == RunStatus.State.HELD;
    if (held) {
      control.end();
    }
    return held;
  }

  private void show(Summary summary, String baseline, RunPlace place) {
    if (options.json()) {
      terminal.out().print(summary.toJson());
      if (!options.quiet()) {
        terminal.err().println("run folder: " + place.shown());
      }
      return;
    }
    new ResultTable(terminal.outColour(), baseline).print(summary, terminal.out());
    terminal.out().println();
    terminal.out().println("run folder: " + place.shown());
    terminal.out().println("report:     " + place.shown().resolve(Report.PAGE_FILE));
  }
}

package org.limbeck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.Experiment;
import org.limbeck.report.RunFolder;
import org.limbeck.report.Summary;
import org.limbeck.report.page.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limbeck resume}. */
@Command(
    name = "resume",
    description = {
      "Go on with a run that was cut short, from its last checkpoint.",
      "It ends with the result that it would have had without the break. A run that has ended"
          + " already is left as it is; that is no error, so that scripts may resume until it"
          + " succeeds."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck resume runs/quickstart-20250102-030405",
      "  limbeck resume runs/one --json > one.json"
    })
public final class ResumeCommand implements Callable<Integer> {
  private final Engine engine;
  private final RunSessions sessions;
  private final Terminal terminal;

  @Parameters(paramLabel = "RUN", description = "The run folder.")
  private Path run;

  @Mixin private RunOptions options;

  public ResumeCommand(Engine engine, RunSessions sessions, Terminal terminal) {
    this.engine = engine;
    this.sessions = sessions;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    return sessions.call(options, this::resume);
  }

  private int resume(RunSession session) throws Exception {
    FolderKind.requireRun(run);
    if (RunFolder.isFinished(run)) {
      sayFinished();
      return ExitCode.DONE;
    }
    try (RunPlace place = RunPlace.existing(run)) {
      Path file = place.folder().experiment();
      Experiment experiment = engine.read(file, List.of());
      VersionChanges.between(Files.readString(file), engine.write(experiment))
          .forEach(terminal::complain);
      session.carryThrough(experiment, place, PartFile.read(place.folder()), Instant.now());
    }
    return ExitCode.DONE;
  }

  private void sayFinished() throws IOException {
    if (!options.quiet()) {
      terminal.complain(run + ": this run has ended; nothing is left to do");
    }
    if (options.json()) {
      terminal.out().print(Files.readString(run.resolve(Summary.FILE)));
    } else {
      terminal.out().println("run folder: " + run);
      terminal.out().println("report:     " + run.resolve(Report.PAGE_FILE));
    }
  }
}

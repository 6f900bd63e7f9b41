package org.limbeck.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.command.Interruptible;
import org.limbeck.cli.option.SummaryJsonOption;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.report.RunFolder;
import org.limbeck.report.Summary;
import org.limbeck.report.page.Report;
import org.limbeck.report.parts.JoinedRun;
import org.limbeck.report.parts.RunPart;
import org.limbeck.report.parts.RunParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck report}. */
@Command(
    name = "report",
    description = {
      "Show the result of a run that has ended, or join the parts of a run that was split.",
      "Parts are the folders that limbeck run --devices has left, in any order and from any"
          + " machines. What is written is the run folder of all devices, with the same figures as"
          + " that of a run in one process."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck report runs/quickstart-20250102-030405",
      "  limbeck report part-a part-b",
      "  limbeck report part-a part-b part-c --out runs/joined --json > joined.json"
    })
public final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Interruptible runs;
  private final ToIntFunction<Throwable> errors;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "The folder of a run, or the folders of all parts of a run.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The run folder to write, new or empty, where parts are joined. Default:"
              + " runs/NAME-joined-TIMESTAMP.")
  private Path out;

  @Mixin private SummaryJsonOption output;

  /**
   * Makes the command.
   *
   * @param runs lets others end the joining of parts
   * @param errors tells what went wrong, and returns the exit code
   */
  public ReportCommand(Terminal terminal, Interruptible runs, ToIntFunction<Throwable> errors) {
    this.terminal = terminal;
    this.runs = runs;
    this.errors = errors;
  }

  @Override
  public Integer call() throws Exception {
    folders.forEach(FolderKind::requireRun);
    if (folders.size() == 1 && RunFolder.isFinished(folders.get(0))) {
      Summary summary = Summary.read(folders.get(0).resolve(Summary.FILE));
      if (summary.part() == null) {
        show(summary, folders.get(0));
        return ExitCode.DONE;
      }
    }
    return runs.call(this::join, errors);
  }

  private void show(Summary summary, Path folder) throws IOException {
    if (out != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--out: " + folder + " has all devices of its run: there is nothing to join");
    }
    String baseline = ResolvedExperiment.of(folder).baselineColumn();
    new ResultPrinter(terminal, output.json(), true).print(summary, baseline, folder);
  }

  private int join() throws IOException {
    List<RunPart> parts = new ArrayList<>();
    for (Path folder : folders) {
      parts.add(RunPart.read(folder));
    }
    ResolvedExperiment experiment = ResolvedExperiment.of(folders.get(0));
    for (Path folder : folders) {
      experiment.requireSame(ResolvedExperiment.of(folder));
    }
    Report report = RunParts.of(parts).join(experiment.description(), experiment.text());
    try (RunPlace place = place(experiment.name())) {
      runs.ifAbandoned(place::close);
      new JoinedRun(report).writeTo(place.folder());
      new ResultPrinter(terminal, output.json(), false)
          .print(report.summary(), experiment.baselineColumn(), place.shown());
    }
    return ExitCode.DONE;
  }

  private RunPlace place(String name) throws IOException {
    return out == null
        ? RunPlace.choose(Path.of("runs"), name + "-joined", Instant.now())
        : RunPlace.at(out);
  }
}

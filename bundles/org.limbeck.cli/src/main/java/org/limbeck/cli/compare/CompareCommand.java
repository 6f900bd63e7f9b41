package org.limbeck.cli.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.command.Interruptible;
import org.limbeck.cli.option.ExperimentKeyNames;
import org.limbeck.cli.option.QuietOption;
import org.limbeck.cli.run.ComponentVersions;
import org.limbeck.cli.run.UnfinishedRunException;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.engine.Engine;
import org.limbeck.report.comparison.ComparedExperiment;
import org.limbeck.report.comparison.ComparedRun;
import org.limbeck.report.comparison.Comparison;
import org.limbeck.report.comparison.SpreadFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck compare}. */
@Command(
    name = "compare",
    description = {
      "Run experiments side by side, over seeds and other values, and compare them.",
      "A file may describe several experiments with its keys variants and sweep. Runs that have"
          + " ended are kept, and those that were cut short go on: the same command again does"
          + " what is left."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck compare examples/comparing.yaml",
      "  limbeck compare ring.yaml complete.yaml --seeds 1,2,3",
      "  limbeck compare one.yaml --set 'sweep.codec.name=[float32, uniform]' --out codecs"
    })
public final class CompareCommand implements Callable<Integer> {
  private final Engine engine;
  private final ComponentVersions versions;
  private final Interruptible runs;
  private final Terminal terminal;
  private final ToIntFunction<Throwable> errors;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Experiments, YAML files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      completionCandidates = ExperimentKeyNames.class,
      description =
          "Replace a value of every file, before variants and sweeps do. May be given several"
              + " times. Keys: ${COMPLETION-CANDIDATES}.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      description = "The seeds to run each experiment with, such as 1,2,3.")
  private List<Long> seeds = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where to write, or to go on. Default: comparisons/NAME, after the first experiment.")
  private Path out;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description =
          "The most runs at once; the results are the same. Default: one per processor. There are"
              + " fewer where memory is short.")
  private Integer parallel;

  @Option(
      names = "--baseline",
      description = "Run the baselines of the experiments too, as limbeck run does.")
  private boolean baseline;

  @Option(
      names = "--json",
      description = "Write the comparison as JSON, and nothing else, to standard output.")
  private boolean json;

  @Mixin private QuietOption shown;

  public CompareCommand(
      Engine engine,
      ComponentVersions versions,
      Interruptible runs,
      Terminal terminal,
      ToIntFunction<Throwable> errors) {
    this.engine = engine;
    this.versions = versions;
    this.runs = runs;
    this.terminal = terminal;
    this.errors = errors;
  }

  @Override
  public Integer call() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    int most = parallel == null ? processors : parallel;
    if (most < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--parallel': it is 1 or more, not " + most);
    }
    return runs.call(() -> compare(most, processors), errors);
  }

  private int compare(int most, int processors) throws Exception {
    List<Cell> cells = new CellReader(engine).read(files, settings());
    Path place = out == null ? Path.of("comparisons", cells.get(0).experiment().name()) : out;
    CellRunner runner = new CellRunner(engine, versions, place.resolve("runs"));
    cells.forEach(runner::requireSame);
    List<Cell> left = new ArrayList<>();
    for (Cell cell : cells) {
      if (!runner.isFinished(cell)) {
        left.add(cell);
      }
    }
    List<CellFailure> failures = List.of();
    if (!left.isEmpty()) {
      int atOnce = new MemoryLimit(engine).atOnce(left, most);
      Files.createDirectories(place.resolve("runs"));
      failures = run(runner, left, cells.size(), atOnce, Math.max(1, processors / atOnce), place);
    }
    show(compared(runner, cells, failures), place);
    return report(failures);
  }

  private List<String> settings() {
    List<String> all = new ArrayList<>();
    if (!baseline) {
      all.add("baseline=none");
    }
    all.addAll(settings);
    if (!seeds.isEmpty()) {
      all.add(
          "sweep.seed="
              + seeds.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")));
    }
    return all;
  }

  private List<CellFailure> run(
      CellRunner runner, List<Cell> left, int all, int atOnce, int threads, Path place)
      throws InterruptedException, UnfinishedRunException {
    int ended = all - left.size();
    try {
      new WarmUp(engine, System::nanoTime).run(left, threads);
    } catch (InterruptedException e) {
      throw unfinished(ended, all, place, e);
    }
    ComparisonProgress progress =
        new ComparisonProgress(terminal, shown.quiet(), left, ended, System::nanoTime);
    try (progress) {
      return new ParallelCells(runner, progress, threads).run(left, atOnce);
    } catch (InterruptedException e) {
      throw unfinished(progress.ended(), all, place, e);
    }
  }

  private UnfinishedRunException unfinished(
      int ended, int all, Path place, InterruptedException cause) {
    return new UnfinishedRunException(
        "stopped after "
            + ended
            + " of "
            + all
            + " runs; the same command goes on"
            + (out == null ? "" : " in " + place),
        cause);
  }

  private Comparison compared(CellRunner runner, List<Cell> cells, List<CellFailure> failures)
      throws IOException {
    List<Cell> failed = failures.stream().map(CellFailure::cell).toList();
    List<ComparedRun> ended = new ArrayList<>();
    for (Cell cell : cells) {
      if (!failed.contains(cell)) {
        ended.add(ComparedRun.read(cell.label(), runner.place(cell)));
      }
    }
    return new Comparison(cells.get(0).experiment().name(), ended);
  }

  private void show(Comparison comparison, Path place) throws IOException {
    if (comparison.runs().isEmpty()) {
      return;
    }
    comparison.writeTo(place);
    if (json) {
      terminal.printJson(ComparisonJson.of(comparison));
    } else {
      table().print(comparison.lines(), terminal);
      terminal.out().println();
      terminal.out().println("comparison: " + place.resolve(Comparison.PAGE_FILE));
    }
  }

  /** Returns the table of means ± standard deviations over seeds. */
  private static TextTable<ComparedExperiment> table() {
    return new TextTable<ComparedExperiment>(1)
        .column("", ComparedExperiment::label)
        .column("runs", line -> Integer.toString(line.runs().size()))
        .column("accuracy", line -> SpreadFormat.percent(line.accuracy()))
        .column("worst device", line -> SpreadFormat.percent(line.worst()))
        .column("sent per device", line -> SpreadFormat.bytes(line.bytes()))
        .column("time", line -> SpreadFormat.seconds(line.seconds()));
  }

  private int report(List<CellFailure> failures) {
    int code = ExitCode.DONE;
    for (CellFailure failure : failures) {
      terminal.complain(failure.cell() + ":");
      code = errors.applyAsInt(failure.cause());
    }
    return code;
  }
}

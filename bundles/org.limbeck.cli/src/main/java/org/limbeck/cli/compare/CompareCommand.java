package org.limbeck.cli.compare;

import java.io.IOException;
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
import org.limbeck.cli.run.KeysOption;
import org.limbeck.cli.run.UnfinishedRunException;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.comparison.ComparedRun;
import org.limbeck.report.comparison.Comparison;
import picocli.CommandLine.ArgGroup;
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
          + " what is left, and several at the same time share it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck compare examples/comparing.yaml",
      "  limbeck compare ring.yaml complete.yaml --seeds 1,2,3",
      "  limbeck compare one.yaml --set 'sweep.codec.name=[float32, uniform]' --out codecs",
      "  limbeck compare many.yaml --only 3 --out part-3",
      "  limbeck compare many.yaml --collect part-1 part-2 part-3 --out all"
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

  @Mixin private KeysOption keys;

  @Mixin private QuietOption shown;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private ComparisonTask task = new ComparisonTask();

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
    if (task.list()) {
      new CellListing(runner, terminal).print(cells, json);
      return ExitCode.DONE;
    }
    if (!task.collect().isEmpty()) {
      return collect(runner, cells, place);
    }
    return carryThrough(runner, chosen(cells), most, processors, place);
  }

  /** Returns the runs that are wanted. */
  private List<Cell> chosen(List<Cell> cells) {
    Integer number = task.only();
    if (number == null) {
      return cells;
    }
    if (number < 1 || number > cells.size()) {
      throw new InvalidInputException(
          new Origin("--only", 0, ""),
          "it is a number of --list, from 1 to " + cells.size() + ", not " + number);
    }
    return List.of(cells.get(number - 1));
  }

  private int collect(CellRunner runner, List<Cell> cells, Path place) throws IOException {
    cells.forEach(runner::requireSame);
    List<Cell> missing = new RunCollector(runner).collect(cells, task.collect());
    show(compared(runner, cells, missing), cells, place);
    for (Cell cell : missing) {
      terminal.complain(
          "run "
              + (cells.indexOf(cell) + 1)
              + " ("
              + cell
              + ") has not ended in any of the folders: there is no "
              + cell.folder());
    }
    return missing.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private int carryThrough(
      CellRunner runner, List<Cell> cells, int most, int processors, Path place) throws Exception {
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
      RunSettings settings = keys.apply(RunSettings.of(Math.max(1, processors / atOnce)));
      failures = run(runner, left, cells.size(), atOnce, settings, place);
    }
    List<Cell> failed = failures.stream().map(CellFailure::cell).toList();
    show(compared(runner, cells, failed), cells, place);
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
      CellRunner runner, List<Cell> left, int all, int atOnce, RunSettings settings, Path place)
      throws InterruptedException, UnfinishedRunException {
    int ended = all - left.size();
    try {
      new WarmUp(engine, System::nanoTime).run(left, settings.threads());
    } catch (InterruptedException e) {
      throw unfinished(ended, all, place, e);
    }
    runs.ifAbandoned(runner::abandon);
    ComparisonProgress progress =
        new ComparisonProgress(terminal, shown.quiet(), left, ended, System::nanoTime);
    try (progress) {
      return new ParallelCells(runner, progress, settings).run(left, atOnce);
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

  private static Comparison compared(CellRunner runner, List<Cell> cells, List<Cell> without)
      throws IOException {
    List<ComparedRun> ended = new ArrayList<>();
    for (Cell cell : cells) {
      if (!without.contains(cell)) {
        ended.add(ComparedRun.read(cell.label(), runner.place(cell)));
      }
    }
    return new Comparison(cells.get(0).experiment().name(), ended);
  }

  /** Of one run there are no files: it may be one of many that are run at once. */
  private void show(Comparison comparison, List<Cell> cells, Path place) throws IOException {
    if (comparison.runs().isEmpty()) {
      return;
    }
    ComparisonPrinter printer = new ComparisonPrinter(terminal, json);
    if (task.only() == null) {
      comparison.writeTo(place);
      printer.print(comparison, "comparison: " + place.resolve(Comparison.PAGE_FILE));
    } else {
      printer.print(comparison, "run: " + place.resolve("runs").resolve(cells.get(0).folder()));
    }
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

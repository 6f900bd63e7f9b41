package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.report.MetricsWriter;
import org.limbeck.report.Report;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunRecord;
import org.limbeck.report.RunRecorder;
import org.limbeck.report.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck run}. */
@Command(
    name = "run",
    description = "Run an experiment and write a run folder with its results and models.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck run examples/quickstart.yaml",
      "  limbeck run examples/quickstart.yaml --set topology.name=star --seed 7",
      "  limbeck run examples/quickstart.yaml --out runs/one --json > one.json"
    })
final class RunCommand implements Callable<Integer> {
  private final Engine engine;
  private final Versions versions;
  private final Interruptible runs;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The experiment, a YAML file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Replace a value of the file, such as topology.name=star or devices.0.count=2. May be"
              + " given several times.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run folder to write, new or empty. Default: runs/NAME-TIMESTAMP.")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of all randomness, instead of the file's.")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many threads work on the devices; the results are the same. Default: one per"
              + " processor.")
  private Integer threads;

  @Option(
      names = "--json",
      description = "Write summary.json, and nothing else, to standard output.")
  private boolean json;

  @Option(names = "--quiet", description = "Show no progress, only the result.")
  private boolean quiet;

  RunCommand(Engine engine, Versions versions, Interruptible runs, Terminal terminal) {
    this.engine = engine;
    this.versions = versions;
    this.runs = runs;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    return runs.call(this::run);
  }

  private int run() throws IOException, InterruptedException {
    int workers = workers();
    Experiment experiment = engine.read(file, settings);
    if (seed != null) {
      experiment = experiment.withSeed(seed);
    }
    Instant startedAt = Instant.now();
    ProgressFactory progress = new ProgressFactory(terminal, quiet);
    try (Run together = engine.open(experiment, workers);
        Baseline baseline = Baseline.open(engine, experiment, workers);
        RunPlace place = place(experiment, startedAt)) {
      RunFolder folder = place.folder();
      Optional<RunRecord> alone = baseline.execute(progress);
      RunRecord record = execute(together, folder, progress);
      Summary summary = Summary.of(record, alone, startedAt, workers);
      new Report(
              summary,
              record,
              alone,
              experiment.description(),
              engine.write(experiment),
              versions.of(experiment))
          .writeTo(folder);
      for (String device : together.devices()) {
        folder.write(TrainedDevice.modelFile(device), model -> together.saveModel(device, model));
      }
      place.publish();
      show(summary, baseline, place.shown());
    }
    return ExitCode.DONE;
  }

  private static RunRecord execute(Run run, RunFolder folder, ProgressFactory progress)
      throws IOException, InterruptedException {
    try (MetricsWriter metrics = MetricsWriter.open(folder);
        Progress shown = progress.of("")) {
      RunRecorder recorder = new RunRecorder(System::nanoTime, metrics);
      run.execute(List.of(recorder, shown));
      return recorder.record();
    }
  }

  private RunPlace place(Experiment experiment, Instant startedAt) throws IOException {
    return out == null
        ? RunPlace.choose(Path.of("runs"), experiment.name(), startedAt)
        : RunPlace.at(out);
  }

  private void show(Summary summary, Baseline baseline, Path folder) {
    if (json) {
      terminal.out().print(summary.toJson());
      if (!quiet) {
        terminal.err().println("run folder: " + folder);
      }
      return;
    }
    new ResultTable(terminal.outColour(), baseline.column()).print(summary, terminal.out());
    terminal.out().println();
    terminal.out().println("run folder: " + folder);
    terminal.out().println("report:     " + folder.resolve(Report.PAGE_FILE));
  }

  private int workers() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--threads': it is 1 or more, not " + threads);
    }
    return threads;
  }
}

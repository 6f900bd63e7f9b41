package org.limbeck.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.ExperimentInput;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limbeck run}. */
@Command(
    name = "run",
    description = "Run an experiment and write a run folder with its results and models.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck run examples/quickstart.yaml",
      "  limbeck run examples/quickstart.yaml --set topology.name=star --seed 7",
      "  limbeck run examples/quickstart.yaml --out runs/one --json > one.json",
      "  limbeck run examples/quickstart.yaml --shell --hold",
      "  limbeck run examples/quickstart.yaml --broker mqtt://localhost:1883 --devices 0-3 --out a",
      "",
      "A run that is cut short by Ctrl-C, a crash or a power cut goes on with limbeck resume."
    })
public final class RunCommand implements Callable<Integer> {
  private final Engine engine;
  private final RunSessions sessions;

  @Mixin private ExperimentInput input;

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

  @Mixin private PartOptions part;

  @Mixin private RunOptions options;

  public RunCommand(Engine engine, RunSessions sessions) {
    this.engine = engine;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws Exception {
    List<Integer> devices = part.devices();
    return sessions.call(options, session -> run(session, devices));
  }

  private int run(RunSession session, List<Integer> devices) throws Exception {
    Experiment experiment = read();
    Instant startedAt = Instant.now();
    try (RunPlace place = place(experiment, startedAt)) {
      session.carryThrough(experiment, place, devices, startedAt);
    }
    return ExitCode.DONE;
  }

  private Experiment read() {
    return read(this::network);
  }

  private Experiment read(Supplier<String> network) {
    List<String> all = new ArrayList<>(part.settings(network));
    all.addAll(input.settings());
    return seeded(engine.read(input.file(), all));
  }

  /** Settings may be of the transport that it is for. */
  private String network() {
    Experiment experiment = read(() -> "unnamed");
    return NetworkName.of(experiment.name(), experiment.seed());
  }

  private Experiment seeded(Experiment experiment) {
    return seed == null ? experiment : experiment.withSeed(seed);
  }

  private RunPlace place(Experiment experiment, Instant startedAt) throws IOException {
    return out == null
        ? RunPlace.choose(Path.of("runs"), experiment.name(), startedAt)
        : RunPlace.at(out);
  }
}

package org.limbeck.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.limbeck.engine.Engine;
import org.limbeck.engine.experiment.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limbeck validate}. */
@Command(
    name = "validate",
    description = "Check an experiment, down to the wiring of its devices, without running it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck validate examples/quickstart.yaml",
      "  limbeck validate examples/quickstart.yaml --set topology.name=star"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Engine engine;
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The experiment, a YAML file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replace a value of the file. May be given several times.")
  private List<String> settings = new ArrayList<>();

  ValidateCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Experiment experiment = engine.read(file, settings);
    engine.open(experiment, 1).close();
    Baseline.of(experiment, other -> engine.open(other, 1)).close();
    describe(experiment);
    return ExitCode.DONE;
  }

  private void describe(Experiment experiment) {
    PrintWriter out = terminal.out();
    out.println(file + ": valid");
    out.printf(
        "  %s: %d devices, %d rounds, seed %d%n",
        experiment.name(), experiment.devices().size(), experiment.rounds(), experiment.seed());
    experiment
        .plugins()
        .forEach((kind, plugin) -> out.printf("  %-13s %s%n", kind.key(), plugin.name()));
    out.printf("  %-13s %s%n", "architectures", architectures(experiment));
    experiment
        .baseline()
        .ifPresent(other -> out.printf("  %-13s %s%n", "baseline", Baseline.algorithmOf(other)));
  }

  private static String architectures(Experiment experiment) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    experiment.devices().forEach(d -> counts.merge(d.architecture().name(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}

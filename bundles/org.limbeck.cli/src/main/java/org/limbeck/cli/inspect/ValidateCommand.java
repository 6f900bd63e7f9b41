package org.limbeck.cli.inspect;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
import org.limbeck.cli.option.SettingsOption;
import org.limbeck.cli.run.BaselineRun;
import org.limbeck.cli.run.EventMessages;
import org.limbeck.cli.terminal.Styles;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limbeck validate}. */
@Command(
    name = "validate",
    description = "Check experiments, down to the wiring of their devices, without running them.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck validate examples/quickstart.yaml",
      "  limbeck validate examples/quickstart.yaml --set topology.name=star",
      "  limbeck validate examples/*.yaml"
    })
public final class ValidateCommand implements Callable<Integer> {
  private final Engine engine;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "The experiments, YAML files. One that is wrong does not keep the others back.")
  private List<Path> files;

  @Mixin private SettingsOption settings;

  @Mixin private JsonOption output;

  public ValidateCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Validation> validations = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        validations.addAll(validate(file));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    if (output.json()) {
      terminal.printJson(validations.size() == 1 ? validations.get(0) : validations);
    }
    return ExitCode.DONE;
  }

  private List<Validation> validate(Path file) {
    List<ExperimentVariant> variations = engine.readAll(file, settings.values());
    List<Validation> validations =
        validate(file, variations.stream().map(ExperimentVariant::experiment).toList());
    if (!output.json()) {
      describe(file, variations);
      validations.stream()
          .flatMap(validation -> validation.warnings().stream())
          .distinct()
          .forEach(concern -> terminal.err().println(EventMessages.warning(concern)));
    }
    return validations;
  }

  /** Baselines have been wired too when this returns. */
  private List<Validation> validate(Path file, List<Experiment> experiments) {
    List<Experiment> all = new ArrayList<>(experiments);
    experiments.forEach(experiment -> experiment.baseline().ifPresent(all::add));
    List<List<String>> concerns = engine.check(all);
    return IntStream.range(0, experiments.size())
        .mapToObj(i -> Validation.of(file, experiments.get(i), concerns.get(i)))
        .toList();
  }

  private void describe(Path file, List<ExperimentVariant> variations) {
    terminal.out().println(file + ": valid");
    Set<String> described = new HashSet<>();
    for (ExperimentVariant variation : variations) {
      if (described.add(variation.label())) {
        describe(variation);
      }
    }
    if (variations.size() > 1) {
      terminal.out().println("  " + variations.size() + " runs in all, for limbeck compare");
    }
  }

  private void describe(ExperimentVariant variation) {
    PrintWriter out = terminal.out();
    Experiment experiment = variation.experiment();
    if (!variation.label().isEmpty()) {
      out.println("  " + Styles.heading(terminal.outColour(), variation.label()));
    }
    out.printf(
        Locale.ROOT,
        "  %s: %d devices, %d rounds, seed %d%n",
        experiment.name(),
        experiment.devices().size(),
        experiment.rounds(),
        experiment.seed());
    experiment
        .plugins()
        .forEach(
            (kind, plugin) -> out.printf(Locale.ROOT, "  %-13s %s%n", kind.key(), plugin.name()));
    out.printf(Locale.ROOT, "  %-13s %s%n", "architectures", architectures(experiment));
    adversaries(experiment)
        .ifPresent(
            adversaries -> out.printf(Locale.ROOT, "  %-13s %s%n", "adversaries", adversaries));
    experiment
        .baseline()
        .ifPresent(
            other ->
                out.printf(
                    Locale.ROOT, "  %-13s %s%n", "baseline", BaselineRun.algorithmOf(other)));
  }

  private static Optional<String> adversaries(Experiment experiment) {
    List<DeviceSpec> adversaries =
        experiment.devices().stream().filter(device -> device.attack().isPresent()).toList();
    return adversaries.stream()
        .findFirst()
        .flatMap(DeviceSpec::attack)
        .map(attack -> adversaries.size() + " " + attack.name());
  }

  private static String architectures(Experiment experiment) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    experiment.devices().forEach(d -> counts.merge(d.architecture().name(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}

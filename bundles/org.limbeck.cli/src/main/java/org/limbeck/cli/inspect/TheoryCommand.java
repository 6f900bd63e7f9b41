package org.limbeck.cli.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.ExperimentInput;
import org.limbeck.cli.option.JsonOption;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import org.limbeck.engine.theory.Theory;
import org.limbeck.experiment.ExperimentVariant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code limbeck theory}. */
@Command(
    name = "theory",
    description = {
      "Say what an experiment will send and how fast its graph mixes, before anything runs.",
      "Amounts are per device, with one copy per neighbour, and at most: codecs may need less."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck theory examples/quickstart.yaml",
      "  limbeck theory examples/quickstart.yaml --set topology.name=complete --json"
    })
public final class TheoryCommand implements Callable<Integer> {
  private final Engine engine;
  private final Terminal terminal;

  @Mixin private ExperimentInput input;

  @Mixin private JsonOption output;

  public TheoryCommand(Engine engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, ExperimentVariant> experiments = new LinkedHashMap<>();
    engine
        .readAll(input.file(), input.settings())
        .forEach(variation -> experiments.putIfAbsent(name(variation), variation));
    List<TheoryJson> all = new ArrayList<>();
    TheoryListing listing = new TheoryListing(terminal);
    for (Map.Entry<String, ExperimentVariant> each : experiments.entrySet()) {
      Theory theory = engine.theory(each.getValue().experiment());
      if (output.json()) {
        all.add(TheoryJson.of(each.getKey(), theory));
      } else {
        listing.print(each.getKey(), theory);
      }
    }
    if (output.json()) {
      terminal.printJson(all);
    }
    return ExitCode.DONE;
  }

  private static String name(ExperimentVariant variation) {
    return variation.label().isEmpty() ? variation.experiment().name() : variation.label();
  }
}

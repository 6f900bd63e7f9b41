package org.limbeck.cli.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDataset;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck data path}. */
@Command(
    name = "path",
    description = "Print the folder that downloads go into, or the one that holds a dataset.")
final class DataPathCommand implements Callable<Integer> {
  private final DataFolders folders;
  private final DatasetChoice choice;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The dataset.")
  private String name;

  @Mixin private JsonOption output;

  DataPathCommand(DataFolders folders, DatasetChoice choice, Terminal terminal) {
    this.folders = folders;
    this.choice = choice;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path path = name == null ? folders.cache() : find(choice.named(name, spec.commandLine()));
    if (output.json()) {
      terminal.printJson(described(path));
    } else {
      terminal.out().println(path);
    }
    return ExitCode.DONE;
  }

  private Path find(KnownDataset dataset) {
    try {
      return folders.require(dataset, "");
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(new Origin(dataset.name(), 0, ""), e.getMessage());
    }
  }

  private Map<String, String> described(Path path) {
    Map<String, String> values = new LinkedHashMap<>();
    if (name != null) {
      values.put("name", name);
    }
    values.put("path", path.toString());
    return values;
  }
}

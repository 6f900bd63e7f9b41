package org.limbeck.cli.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
import org.limbeck.cli.terminal.JsonOutput;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code limbeck data list}. */
@Command(
    name = "list",
    description = "List the datasets that can be downloaded, and where those are that are here.")
final class DataListCommand implements Callable<Integer> {
  private final DataFolders folders;
  private final List<KnownDataset> datasets;
  private final Terminal terminal;

  @Mixin private JsonOption output;

  DataListCommand(DataFolders folders, List<KnownDataset> datasets, Terminal terminal) {
    this.folders = folders;
    this.datasets = datasets;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    if (output.json()) {
      terminal
          .out()
          .println(
              JsonOutput.of(Map.of("datasets", datasets.stream().map(this::described).toList())));
      return ExitCode.DONE;
    }
    TextTable table = new TextTable(terminal.outColour(), 4);
    table.row(List.of("name", "where", "what", "licence"));
    for (KnownDataset dataset : datasets) {
      String where = folders.find(dataset).map(Path::toString).orElse("-");
      table.row(List.of(dataset.name(), where, dataset.title(), dataset.licence()));
    }
    table.print(terminal.out());
    return ExitCode.DONE;
  }

  private Map<String, Object> described(KnownDataset dataset) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", dataset.name());
    values.put("path", folders.find(dataset).map(Path::toString).orElse(null));
    values.put("title", dataset.title());
    values.put("licence", dataset.licence());
    values.put("systemPackage", dataset.systemPackage().orElse(null));
    values.put("urls", dataset.downloads().stream().map(file -> file.uri().toString()).toList());
    return values;
  }
}

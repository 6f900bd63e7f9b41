package org.limbeck.cli.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
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
  public Integer call() {
    if (output.json()) {
      terminal.printJson(Map.of("datasets", datasets.stream().map(this::described).toList()));
    } else {
      new TextTable<KnownDataset>(4)
          .column("name", KnownDataset::name)
          .column("where", dataset -> folders.find(dataset).map(Path::toString).orElse("-"))
          .column("what", KnownDataset::title)
          .column("licence", KnownDataset::licence)
          .print(datasets, terminal);
    }
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

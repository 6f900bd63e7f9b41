package org.limbeck.cli.data;

import java.util.List;
import org.limbeck.cli.command.CommandGroup;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDataset;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code limbeck data}. */
@Command(
    name = "data",
    description = "Download well-known datasets, and say where they are.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck data list",
      "  limbeck data fetch fashion-mnist",
      "  limbeck data path fashion-mnist"
    })
public final class DataCommand extends CommandGroup {
  private DataCommand() {}

  /** Returns the command with its own commands. */
  public static CommandLine of(
      DataFolders folders, List<KnownDataset> datasets, Terminal terminal) {
    DatasetChoice choice = new DatasetChoice(datasets);
    return new CommandLine(new DataCommand())
        .addSubcommand(new DataListCommand(folders, datasets, terminal))
        .addSubcommand(new DataFetchCommand(folders, choice, terminal))
        .addSubcommand(new DataPathCommand(folders, choice, terminal));
  }
}

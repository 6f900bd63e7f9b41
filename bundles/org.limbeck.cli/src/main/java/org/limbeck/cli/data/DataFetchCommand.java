package org.limbeck.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.QuietOption;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck data fetch}. */
@Command(
    name = "fetch",
    description = {
      "Download a dataset from where it is published, and check it.",
      "Nothing is downloaded if it is there already, or installed by the system's package."
    })
final class DataFetchCommand implements Callable<Integer> {
  private final DataFolders folders;
  private final DatasetChoice choice;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The dataset; see 'limbeck data list'.")
  private String name;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Put it into the folder DIR/NAME instead of the one for downloads.")
  private Path to;

  @Mixin private QuietOption progress;

  DataFetchCommand(DataFolders folders, DatasetChoice choice, Terminal terminal) {
    this.folders = folders;
    this.choice = choice;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    KnownDataset dataset = choice.named(name, spec.commandLine());
    Path folder = (to == null ? folders.cache() : to).resolve(name);
    Optional<Path> present =
        to == null ? folders.find(dataset) : Optional.of(folder).filter(dataset::isIn);
    if (present.isEmpty()) {
      new Download(dataset, folder, TransferBar.factory(terminal, progress.quiet())).run();
    }
    terminal.out().println(present.orElse(folder));
    return ExitCode.DONE;
  }
}

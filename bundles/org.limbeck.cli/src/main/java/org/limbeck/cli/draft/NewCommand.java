package org.limbeck.cli.draft;

import org.limbeck.cli.command.CommandGroup;
import org.limbeck.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code limbeck new}. */
@Command(
    name = "new",
    description = "Write an experiment for data of your own, with comments; it runs as it is.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {"  limbeck new csv titanic.csv --label Survived", "  limbeck run titanic.yaml"})
public final class NewCommand extends CommandGroup {
  private NewCommand() {}

  /** Returns the command with its own commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new NewCommand()).addSubcommand(new NewCsvCommand(terminal));
  }
}

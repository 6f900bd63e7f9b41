package org.limbeck.cli.keys;

import org.limbeck.cli.command.CommandGroup;
import org.limbeck.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code limbeck keys}. */
@Command(
    name = "keys",
    description = "Make the keys that devices sign with, and say whose are here.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {"  limbeck keys create device-1 device-2", "  limbeck keys list --dir keys"})
public final class KeysCommand extends CommandGroup {
  private KeysCommand() {}

  /** Returns the command with its own commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysCreateCommand(terminal))
        .addSubcommand(new KeysListCommand(terminal));
  }
}

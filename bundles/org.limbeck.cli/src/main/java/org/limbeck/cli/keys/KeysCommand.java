package org.limbeck.cli.keys;

import org.limbeck.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limbeck keys}. */
@Command(
    name = "keys",
    description = "Make the keys that devices sign with, and say whose are here.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {"  limbeck keys create device-1 device-2", "  limbeck keys list --dir keys"})
public final class KeysCommand implements Runnable {
  static final String FOLDER = "keys";

  @Spec private CommandSpec spec;

  private KeysCommand() {}

  /** Returns the command with its own commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysCreateCommand(terminal))
        .addSubcommand(new KeysListCommand(terminal));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "No command given; choose one of " + String.join(", ", spec.subcommands().keySet()));
  }
}

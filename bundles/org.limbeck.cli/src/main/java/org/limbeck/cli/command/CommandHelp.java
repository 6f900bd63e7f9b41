package org.limbeck.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck help}: what {@code --help} says, by a command of its own. */
@Command(
    name = "help",
    description = "Show the help of a command, or this of all.",
    footerHeading = "%nExamples:%n",
    footer = {"  limbeck help run", "  limbeck help keys create"})
public final class CommandHelp implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = "The command, with its subcommand if it has some.")
  private List<String> names = new ArrayList<>();

  /**
   * Shows it.
   *
   * @throws ParameterException if there is no such command; the message says which there are
   */
  @Override
  public void run() {
    CommandLine command = spec.commandLine().getParent();
    for (String name : names) {
      CommandLine next = command.getSubcommands().get(name);
      if (next == null) {
        throw new ParameterException(spec.commandLine(), unknown(name, command));
      }
      command = next;
    }
    command.usage(command.getOut(), command.getColorScheme());
  }

  private static String unknown(String name, CommandLine command) {
    List<String> known = List.copyOf(command.getSubcommands().keySet());
    return known.isEmpty()
        ? "'" + command.getCommandName() + "' has no command '" + name + "'"
        : "Unknown command: '" + name + "'; choose one of " + String.join(", ", known);
  }
}

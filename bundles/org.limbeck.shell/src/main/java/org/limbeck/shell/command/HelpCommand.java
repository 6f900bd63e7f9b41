package org.limbeck.shell.command;

import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code help}. */
@Command(description = "Show all commands, or how one is used.")
final class HelpCommand implements Callable<String> {
  private final UnaryOperator<String> usage;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
  private String command = "";

  /**
   * Makes the command.
   *
   * @param usage says how a command is used; with an empty name, what commands there are
   */
  HelpCommand(UnaryOperator<String> usage) {
    this.usage = usage;
  }

  @Override
  public String call() {
    return usage.apply(command);
  }
}

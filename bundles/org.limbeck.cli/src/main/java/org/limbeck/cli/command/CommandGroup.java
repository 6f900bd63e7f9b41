package org.limbeck.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: the user has to choose one of its subcommands. */
public abstract class CommandGroup implements Runnable {
  @Spec private CommandSpec spec;

  /**
   * Names the choice.
   *
   * @throws ParameterException always
   */
  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(),
        "No command given; choose one of " + String.join(", ", spec.subcommands().keySet()));
  }
}

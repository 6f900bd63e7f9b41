package org.limbeck.shell.command;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.limbeck.engine.control.RunControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that takes nothing but the run: its name and description are given later. */
@Command
final class PlainCommand implements Callable<String> {
  @Mixin private final RunOption run;
  private final Function<RunControl, String> action;

  PlainCommand(OpenRuns runs, Function<RunControl, String> action) {
    this.run = new RunOption(runs);
    this.action = action;
  }

  @Override
  public String call() {
    return action.apply(run.control());
  }
}

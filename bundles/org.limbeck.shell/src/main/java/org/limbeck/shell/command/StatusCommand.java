package org.limbeck.shell.command;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.limbeck.engine.control.RunStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that shows something of how a run does: its name and description are given later. */
@Command
final class StatusCommand implements Callable<String> {
  @Mixin private final RunOption run;
  private final Function<RunStatus, String> text;

  StatusCommand(OpenRuns runs, Function<RunStatus, String> text) {
    this.run = new RunOption(runs);
    this.text = text;
  }

  @Override
  public String call() {
    return text.apply(run.control().status());
  }
}

package org.limbeck.shell.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code resume}. */
@Command(description = "Go on after a pause.")
final class ContinueCommand implements Callable<String> {
  @Mixin private final RunOption run;

  ContinueCommand(OpenRuns runs) {
    this.run = new RunOption(runs);
  }

  @Override
  public String call() {
    run.control().resume();
    return "goes on";
  }
}

package org.limbeck.shell.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code end}. */
@Command(description = "End the run before the next round; its results are written.")
final class EndCommand implements Callable<String> {
  @Mixin private final RunOption run;

  EndCommand(OpenRuns runs) {
    this.run = new RunOption(runs);
  }

  @Override
  public String call() {
    run.control().end();
    return "ends before the next round";
  }
}

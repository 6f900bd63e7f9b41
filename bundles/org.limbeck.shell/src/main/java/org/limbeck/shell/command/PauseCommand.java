package org.limbeck.shell.command;

import java.util.concurrent.Callable;
import org.limbeck.engine.control.RunControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pause}. */
@Command(description = "Stop before the next round; changes take effect meanwhile.")
final class PauseCommand implements Callable<String> {
  @Mixin private final RunOption run;
  @Mixin private final WaitOption standstill = new WaitOption();

  PauseCommand(OpenRuns runs) {
    this.run = new RunOption(runs);
  }

  @Override
  public String call() throws InterruptedException {
    RunControl control = run.control();
    control.pause();
    return standstill.after(control, "pauses before the next round");
  }
}

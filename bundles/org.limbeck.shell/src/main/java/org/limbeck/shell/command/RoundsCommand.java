package org.limbeck.shell.command;

import java.util.concurrent.Callable;
import org.limbeck.engine.control.RunControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rounds}. */
@Command(
    description = "Do some rounds more and then pause, also beyond those of the experiment.",
    footerHeading = "%nExamples:%n",
    footer = {"  rounds 10", "  rounds 10 --wait"})
final class RoundsCommand implements Callable<String> {
  @Mixin private final RunOption run;
  @Mixin private final WaitOption standstill = new WaitOption();

  @Parameters(index = "0", paramLabel = "N", description = "How many, at least 1.")
  private long rounds;

  RoundsCommand(OpenRuns runs) {
    this.run = new RunOption(runs);
  }

  @Override
  public String call() throws InterruptedException {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds are 1 or more, not " + rounds);
    }
    RunControl control = run.control();
    control.advance(rounds);
    return standstill.after(control, "does " + rounds + " rounds more and then pauses");
  }
}

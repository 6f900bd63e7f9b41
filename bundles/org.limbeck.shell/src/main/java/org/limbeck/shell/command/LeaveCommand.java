package org.limbeck.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.limbeck.shell.swap.SwapArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code leave}. */
@Command(
    description = "Remove devices; what they put into the estimates of others is taken back.",
    footerHeading = "%nExamples:%n",
    footer = {"  leave 3", "  leave device-3 kitchen", "  leave 4-6"})
final class LeaveCommand implements Callable<String> {
  @Mixin private final RunOption run;

  @Parameters(
      arity = "1..*",
      paramLabel = "DEVICE",
      description = "A number, a range or an id: 3, 4-6, kitchen.")
  private List<String> devices = new ArrayList<>();

  LeaveCommand(OpenRuns runs) {
    this.run = new RunOption(runs);
  }

  @Override
  public String call() throws InterruptedException {
    return SwapRequest.carryOut(run.control(), SwapArguments.leave(devices));
  }
}

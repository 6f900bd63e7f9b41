package org.limbeck.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.limbeck.shell.swap.SwapArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code join}. */
@Command(
    description = "Add a device.",
    footerHeading = "%nExamples:%n",
    footer = {"  join softmax", "  join mlp hidden=[64,32] activation=tanh"})
final class JoinCommand implements Callable<String> {
  @Mixin private final RunOption run;

  @Parameters(
      index = "0",
      paramLabel = "ARCHITECTURE",
      description = "The architecture of its model.")
  private String architecture;

  @Parameters(
      index = "1..*",
      paramLabel = "OPTION=VALUE",
      description = "Options of the architecture; values are YAML.")
  private List<String> options = new ArrayList<>();

  JoinCommand(OpenRuns runs) {
    this.run = new RunOption(runs);
  }

  @Override
  public String call() throws InterruptedException {
    return SwapRequest.carryOut(run.control(), SwapArguments.join(architecture, options));
  }
}

package org.limbeck.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.limbeck.shell.swap.SwapArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code set}. */
@Command(
    description = "Change options of the plug-ins in use, or keys of the experiment.",
    footerHeading = "%nExamples:%n",
    footer = {"  set algorithm.regularization=5", "  set localSteps=2 algorithm.stepSize=0.05"})
final class SetCommand implements Callable<String> {
  @Mixin private final RunOption run;

  @Parameters(
      arity = "1..*",
      paramLabel = "KEY=VALUE",
      description = "KIND.OPTION=VALUE or KEY=VALUE; values are YAML. Several change together.")
  private List<String> settings = new ArrayList<>();

  SetCommand(OpenRuns runs) {
    this.run = new RunOption(runs);
  }

  @Override
  public String call() throws InterruptedException {
    return SwapRequest.carryOut(run.control(), SwapArguments.set(settings));
  }
}

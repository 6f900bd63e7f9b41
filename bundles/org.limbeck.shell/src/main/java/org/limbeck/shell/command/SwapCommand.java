package org.limbeck.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.limbeck.shell.swap.SwapArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code swap}. */
@Command(
    description = "Replace a plug-in, in the same round for all devices that it concerns.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  swap topology complete",
      "  swap topology small-world neighbours=4",
      "  swap architecture mlp hidden=[64,32] --devices 1,4-6"
    })
final class SwapCommand implements Callable<String> {
  @Mixin private final RunOption run;

  @Parameters(index = "0", paramLabel = "KIND", description = "The kind, such as topology.")
  private String kind;

  @Parameters(index = "1", paramLabel = "NAME", description = "The plug-in that is to be used.")
  private String name;

  @Parameters(
      index = "2..*",
      paramLabel = "OPTION=VALUE",
      description = "Its options; values are YAML. The others keep their defaults.")
  private List<String> options = new ArrayList<>();

  @Option(
      names = "--devices",
      paramLabel = "LIST",
      description = "For an architecture: the devices, such as 1,4-6,kitchen. Default: all.")
  private List<String> devices = new ArrayList<>();

  SwapCommand(OpenRuns runs) {
    this.run = new RunOption(runs);
  }

  @Override
  public String call() throws InterruptedException {
    return SwapRequest.carryOut(run.control(), SwapArguments.swap(kind, name, options, devices));
  }
}

package org.limbeck.cli;

import org.limbeck.cli.command.CommandGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What holds for every command. */
@Command(
    name = "limbeck",
    description = "Devices with unlike models teach each other by exchanging soft decisions only.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck run examples/quickstart.yaml",
      "  limbeck run examples/quickstart.yaml --set topology.name=complete",
      "  limbeck resume runs/quickstart-20250102-030405",
      "  limbeck --web-console run FILE",
      "  limbeck help run",
      "",
      "--web-console or --web-console=PORT before the command opens Felix' web",
      "console on this machine's loopback address while the command goes on.",
      "",
      "Exit codes: 0 done, 2 the input is wrong, 130 interrupted, 1 anything else."
    })
@SuppressWarnings("UnusedVariable") // picocli looks at the fields
final class RootCommand extends CommandGroup {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came up.")
  private boolean stackTrace;

  boolean wantsStackTrace() {
    return stackTrace;
  }
}

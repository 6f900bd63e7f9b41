package org.limbeck.cli.inspect;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.experiment.plugin.PluginCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code limbeck plugins}. */
@Command(
    name = "plugins",
    description = "List the plug-ins that experiments can use, with their options.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  limbeck plugins",
      "  limbeck plugins architecture",
      "  limbeck plugins architecture mlp",
      "  limbeck plugins --json"
    })
public final class PluginsCommand implements Callable<Integer> {
  private final PluginCatalog catalog;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "Only plug-ins of this kind, such as topology.")
  private String kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Only the plug-in of this name.")
  private String name;

  @Mixin private JsonOption output;

  public PluginsCommand(PluginCatalog catalog, Terminal terminal) {
    this.catalog = catalog;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PluginSelection selection = selection();
    if (output.json()) {
      terminal.printJson(CatalogJson.of(selection));
    } else {
      int width = spec.usageMessage().width();
      new PluginListing(terminal.out(), terminal.outColour(), width).print(selection);
    }
    return ExitCode.DONE;
  }

  private PluginSelection selection() {
    try {
      return PluginSelection.of(catalog)
          .narrow(Optional.ofNullable(kind), Optional.ofNullable(name));
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}

package org.limbeck.cli.inspect;

import java.util.concurrent.Callable;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.option.JsonOption;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.experiment.plugin.PluginCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code limbeck plugins}. */
@Command(
    name = "plugins",
    description = "List the plug-ins that experiments can use, with their options.",
    footerHeading = "%nExamples:%n",
    footer = {"  limbeck plugins", "  limbeck plugins --json"})
public final class PluginsCommand implements Callable<Integer> {
  private final PluginCatalog catalog;
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private JsonOption output;

  public PluginsCommand(PluginCatalog catalog, Terminal terminal) {
    this.catalog = catalog;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (output.json()) {
      terminal.printJson(CatalogJson.of(catalog));
    } else {
      int width = spec.usageMessage().width();
      new PluginListing(terminal.out(), terminal.outColour(), width).print(catalog);
    }
    return ExitCode.DONE;
  }
}

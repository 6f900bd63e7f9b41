package org.limbeck.shell.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.shell.text.PluginText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plugins}. */
@Command(
    description = "Show the plug-ins that can be used, and those that cannot, with the reason.",
    footerHeading = "%nExamples:%n",
    footer = {"  plugins", "  plugins topology    # with the options of each"})
final class ListPluginsCommand implements Callable<String> {
  private final PluginCatalog catalog;

  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      description = "Show this kind only, with all options.")
  private String kind;

  ListPluginsCommand(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String call() {
    return PluginText.tables(catalog, Optional.ofNullable(kind).map(ListPluginsCommand::kind));
  }

  private static PluginKind kind(String key) {
    return PluginKind.ofKey(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + key
                        + "' is no kind of plug-in; allowed: "
                        + PluginKind.keys().collect(Collectors.joining(", "))));
  }
}

package org.limbeck.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;

/** The plug-ins of the system. */
public final class PluginText {
  private PluginText() {}

  /**
   * Returns a table of the plug-ins that can be used, and one of those that cannot, with the
   * reason.
   *
   * @param only the kind to show, with the options of its plug-ins; empty for all
   */
  public static String tables(PluginCatalog catalog, Optional<PluginKind> only) {
    List<PluginDescription> usable =
        catalog.plugins().stream().filter(p -> only.isEmpty() || only.get() == p.kind()).toList();
    List<UnavailablePlugin> failed =
        catalog.unavailable().stream()
            .filter(p -> only.isEmpty() || only.get() == p.kind())
            .toList();
    List<String> parts = new ArrayList<>();
    parts.add(usable(usable));
    if (only.isPresent()) {
      usable.stream()
          .filter(p -> !p.options().isEmpty())
          .map(PluginText::options)
          .forEach(parts::add);
    }
    if (!failed.isEmpty()) {
      parts.add(failed(failed));
    }
    if (only.isEmpty() && !catalog.broken().isEmpty()) {
      parts.add(broken(catalog.broken()));
    }
    return String.join("\n\n", parts);
  }

  private static String usable(List<PluginDescription> plugins) {
    if (plugins.isEmpty()) {
      return "there is no such plug-in that can be used";
    }
    AlignedTable table =
        new AlignedTable(Set.of(), "kind", "name", "bundle", "version", "description");
    for (PluginDescription plugin : plugins) {
      table.row(
          plugin.kind().key(),
          plugin.name(),
          plugin.bundle(),
          plugin.version(),
          plugin.description());
    }
    return table.toString();
  }

  private static String options(PluginDescription plugin) {
    AlignedTable table =
        new AlignedTable(Set.of(), "option of " + plugin.name(), "type", "default", "description");
    for (OptionDescription option : plugin.options()) {
      table.row(
          option.name(),
          option.type() + (option.list() ? " list" : ""),
          option.defaultValue().map(String::valueOf).orElse("must be given"),
          option.description());
    }
    return table.toString();
  }

  private static String failed(List<UnavailablePlugin> plugins) {
    AlignedTable table =
        new AlignedTable(Set.of(), "kind", "name", "bundle", "cannot be used because");
    for (UnavailablePlugin plugin : plugins) {
      table.row(plugin.kind().key(), plugin.name(), plugin.bundle(), plugin.reason());
    }
    return table.toString();
  }

  private static String broken(List<BrokenJar> jars) {
    AlignedTable table = new AlignedTable(Set.of(), "left out of plugins/", "because");
    jars.forEach(jar -> table.row(jar.file(), jar.reason()));
    return table.toString();
  }
}

package org.limbeck.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return new AlignedTable<PluginDescription>()
        .text("kind", plugin -> plugin.kind().key())
        .text("name", PluginDescription::name)
        .text("bundle", PluginDescription::bundle)
        .text("version", PluginDescription::version)
        .text("description", PluginDescription::description)
        .of(plugins);
  }

  private static String options(PluginDescription plugin) {
    return new AlignedTable<OptionDescription>()
        .text("option of " + plugin.name(), OptionDescription::name)
        .text("type", option -> option.type() + (option.list() ? " list" : ""))
        .text(
            "default", option -> option.defaultValue().map(String::valueOf).orElse("must be given"))
        .text("description", OptionDescription::description)
        .of(plugin.options());
  }

  private static String failed(List<UnavailablePlugin> plugins) {
    return new AlignedTable<UnavailablePlugin>()
        .text("kind", plugin -> plugin.kind().key())
        .text("name", UnavailablePlugin::name)
        .text("bundle", UnavailablePlugin::bundle)
        .text("cannot be used because", UnavailablePlugin::reason)
        .of(plugins);
  }

  private static String broken(List<BrokenJar> jars) {
    return new AlignedTable<BrokenJar>()
        .text("left out of plugins/", BrokenJar::file)
        .text("because", BrokenJar::reason)
        .of(jars);
  }
}

package org.limbeck.cli.inspect;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;

/** The plug-ins as {@code limbeck plugins --json} writes them: the components are its keys. */
record CatalogJson(List<Plugin> plugins, List<Unavailable> unavailable, List<BrokenJar> broken) {

  record Plugin(
      String kind,
      String name,
      String description,
      String bundle,
      String version,
      List<Option> options) {}

  /** An option; the default is null where an experiment must give a value. */
  record Option(
      String name,
      String type,
      boolean list,
      boolean required,
      @JsonProperty("default") Object defaultValue,
      String description,
      List<String> allowed) {}

  record Unavailable(String kind, String name, String bundle, String reason) {}

  static CatalogJson of(PluginSelection selection) {
    return new CatalogJson(
        selection.plugins().stream().map(CatalogJson::plugin).toList(),
        selection.unavailable().stream().map(CatalogJson::unavailable).toList(),
        selection.broken());
  }

  private static Plugin plugin(PluginDescription plugin) {
    return new Plugin(
        plugin.kind().key(),
        plugin.name(),
        plugin.description(),
        plugin.bundle(),
        plugin.version(),
        plugin.options().stream().map(CatalogJson::option).toList());
  }

  private static Option option(OptionDescription option) {
    return new Option(
        option.name(),
        option.type(),
        option.list(),
        option.defaultValue().isEmpty(),
        option.defaultValue().orElse(null),
        option.description(),
        option.allowed());
  }

  private static Unavailable unavailable(UnavailablePlugin plugin) {
    return new Unavailable(plugin.kind().key(), plugin.name(), plugin.bundle(), plugin.reason());
  }
}

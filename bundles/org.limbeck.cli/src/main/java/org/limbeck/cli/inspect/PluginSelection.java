package org.limbeck.cli.inspect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;

/** The part of a catalog that was asked for, by kind and name. */
record PluginSelection(
    List<PluginDescription> plugins, List<UnavailablePlugin> unavailable, List<BrokenJar> broken) {

  /** Returns the whole of a catalog. */
  static PluginSelection of(PluginCatalog catalog) {
    return new PluginSelection(catalog.plugins(), catalog.unavailable(), catalog.broken());
  }

  /**
   * Returns what is of a kind and has a name, as far as these are given.
   *
   * @throws IllegalArgumentException if there is no such kind, or nothing of this name
   */
  PluginSelection narrow(Optional<String> kind, Optional<String> name) {
    PluginSelection ofKind = kind.map(this::ofKind).orElse(this);
    return name.map(ofKind::named).orElse(ofKind);
  }

  /** Of jars that offer nothing, the kind is not known. */
  private PluginSelection ofKind(String key) {
    PluginKind kind =
        PluginKind.ofKey(key)
            .orElseThrow(() -> unknown("kind of plug-ins", key, PluginKind.keys()));
    return new PluginSelection(
        plugins.stream().filter(plugin -> plugin.kind() == kind).toList(),
        unavailable.stream().filter(plugin -> plugin.kind() == kind).toList(),
        List.of());
  }

  private PluginSelection named(String name) {
    PluginSelection named =
        new PluginSelection(
            plugins.stream().filter(plugin -> plugin.name().equals(name)).toList(),
            unavailable.stream().filter(plugin -> plugin.name().equals(name)).toList(),
            List.of());
    if (named.plugins.isEmpty() && named.unavailable.isEmpty()) {
      throw unknown("plug-in of this kind", name, names());
    }
    return named;
  }

  private Stream<String> names() {
    return Stream.concat(
            plugins.stream().map(PluginDescription::name),
            unavailable.stream().map(UnavailablePlugin::name))
        .sorted();
  }

  private static IllegalArgumentException unknown(
      String what, String value, Stream<String> choices) {
    return new IllegalArgumentException(
        choices.collect(
            Collectors.joining(
                ", ", "There is no " + what + " '" + value + "'; choose one of ", "")));
  }
}

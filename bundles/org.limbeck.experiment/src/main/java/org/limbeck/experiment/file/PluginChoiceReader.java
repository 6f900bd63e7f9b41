package org.limbeck.experiment.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads which plug-in an experiment asks for: {@code ring}, or {@code {name: ring, option: …}}. */
final class PluginChoiceReader {
  private static final String NAME = "name";

  private final PluginCatalog catalog;
  private final OptionReader options;
  private final Problems problems;

  PluginChoiceReader(PluginCatalog catalog, OptionRules rules, Problems problems) {
    this.catalog = catalog;
    this.options = new OptionReader(rules, problems);
    this.problems = problems;
  }

  Optional<PluginChoice> read(PluginKind kind, YamlNode node) {
    return read(kind, node, Map.of());
  }

  /** Reads a plug-in that takes the place of another one; options alone change those in use. */
  Optional<PluginChoice> read(PluginChoice present, YamlNode node) {
    YamlNode named = named(node, present.name());
    return read(present.kind(), named, named.equals(node) ? Map.of() : present.options());
  }

  /** Returns options alone as those of a plug-in, and anything else as it is. */
  static YamlNode named(YamlNode node, String plugin) {
    return node instanceof YamlNode.Mapping options && !options.entries().containsKey(NAME)
        ? options.with(NAME, new YamlNode.Scalar(node.origin(), plugin))
        : node;
  }

  /**
   * Reads a plug-in.
   *
   * @param present the values of options that the node does not give, ahead of the defaults
   */
  Optional<PluginChoice> read(PluginKind kind, YamlNode node, Map<String, Object> present) {
    YamlNode group = grouped(node);
    YamlSection section = YamlSection.of(group, problems);
    if (!(group instanceof YamlNode.Mapping)) {
      return Optional.empty();
    }
    String name = section.require(NAME, "the name of a plug-in").map(this::name).orElse("");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<PluginDescription> plugin = catalog.find(kind, name);
    if (plugin.isEmpty()) {
      problems.add(section.find(NAME).orElseThrow().origin(), absent(kind, name));
      return Optional.empty();
    }
    Map<String, Object> values = options.read(plugin.get(), section, present);
    section.rejectOthers("option of " + kind.key() + " '" + name + "'");
    return Optional.of(new PluginChoice(kind, name, values, node.origin()));
  }

  private static YamlNode grouped(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.value() instanceof String
        ? new YamlNode.Mapping(node.origin(), Map.of(NAME, node))
        : node;
  }

  private String name(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && scalar.value() instanceof String name) {
      return name;
    }
    problems.add(node.origin(), "the name of a plug-in belongs here, not " + node.inWords());
    return "";
  }

  private String absent(PluginKind kind, String name) {
    Optional<UnavailablePlugin> known =
        catalog.unavailable().stream()
            .filter(p -> p.kind() == kind && p.name().equals(name))
            .findFirst();
    if (known.isPresent()) {
      return kind.key() + " '" + name + "' cannot be used: " + known.get().reason();
    }
    List<String> names =
        catalog.plugins().stream().filter(p -> p.kind() == kind).map(p -> p.name()).toList();
    return "there is no " + kind.key() + " '" + name + "'; " + SpellingSuggestion.help(name, names);
  }
}

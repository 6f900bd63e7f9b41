package org.limbeck.engine.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.plugin.PluginDescription;
import org.limbeck.engine.plugin.UnavailablePlugin;
import org.limbeck.engine.yaml.Node;

/** Reads which plug-in an experiment asks for: {@code ring}, or {@code {name: ring, option: …}}. */
final class PluginReader {
  private static final String NAME = "name";

  private final PluginCatalog catalog;
  private final OptionReader options;
  private final List<Problem> problems;

  PluginReader(PluginCatalog catalog, OptionRules rules, List<Problem> problems) {
    this.catalog = catalog;
    this.options = new OptionReader(rules, problems);
    this.problems = problems;
  }

  Optional<PluginChoice> read(Kind kind, Node node) {
    return read(kind, node, Map.of());
  }

  /** Reads a plug-in that takes the place of another one; options alone change those in use. */
  Optional<PluginChoice> read(PluginChoice present, Node node) {
    boolean nameless = node instanceof Node.Mapping mapping && !mapping.entries().containsKey(NAME);
    if (!nameless) {
      return read(present.kind(), node, Map.of());
    }
    Node named = ((Node.Mapping) node).with(NAME, new Node.Scalar(node.origin(), present.name()));
    return read(present.kind(), named, present.options());
  }

  /**
   * Reads a plug-in.
   *
   * @param present the values of options that the node does not give, ahead of the defaults
   */
  Optional<PluginChoice> read(Kind kind, Node node, Map<String, Object> present) {
    Node group = grouped(node);
    Section section = Section.of(group, problems);
    if (!(group instanceof Node.Mapping)) {
      return Optional.empty();
    }
    String name = section.require(NAME, "the name of a plug-in").map(this::name).orElse("");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<PluginDescription> plugin = catalog.find(kind, name);
    if (plugin.isEmpty()) {
      problems.add(new Problem(section.find(NAME).orElseThrow().origin(), absent(kind, name)));
      return Optional.empty();
    }
    Map<String, Object> values = options.read(plugin.get(), section, present);
    section.rejectOthers("option of " + kind.key() + " '" + name + "'");
    return Optional.of(new PluginChoice(kind, name, values, node.origin()));
  }

  private static Node grouped(Node node) {
    return node instanceof Node.Scalar scalar && scalar.value() instanceof String
        ? new Node.Mapping(node.origin(), Map.of(NAME, node))
        : node;
  }

  private String name(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof String name) {
      return name;
    }
    problems.add(
        new Problem(node.origin(), "the name of a plug-in belongs here, not " + node.inWords()));
    return "";
  }

  private String absent(Kind kind, String name) {
    Optional<UnavailablePlugin> known =
        catalog.unavailable().stream()
            .filter(p -> p.kind() == kind && p.name().equals(name))
            .findFirst();
    if (known.isPresent()) {
      return kind.key() + " '" + name + "' cannot be used: " + known.get().reason();
    }
    List<String> names =
        catalog.plugins().stream().filter(p -> p.kind() == kind).map(p -> p.name()).toList();
    return "there is no " + kind.key() + " '" + name + "'; " + Spelling.help(name, names);
  }
}

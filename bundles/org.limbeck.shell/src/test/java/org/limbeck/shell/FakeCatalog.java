package org.limbeck.shell;

import java.util.List;
import java.util.Optional;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.plugin.BrokenJar;
import org.limbeck.engine.plugin.OptionDescription;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.plugin.PluginDescription;
import org.limbeck.engine.plugin.UnavailablePlugin;

/** A few plug-ins, one of which cannot be used. */
public final class FakeCatalog implements PluginCatalog {

  @Override
  public List<PluginDescription> plugins() {
    return List.of(
        plugin(Kind.TOPOLOGY, "path", List.of()),
        plugin(
            Kind.TOPOLOGY,
            "small-world",
            List.of(
                option("neighbours", "integer", false, Optional.of(4), List.of()),
                option("edges", "string", true, Optional.empty(), List.of()))),
        plugin(
            Kind.ALGORITHM,
            "distributed-distillation",
            List.of(option("regularization", "float", false, Optional.of(3), List.of()))),
        plugin(
            Kind.ARCHITECTURE,
            "mlp",
            List.of(
                option("activation", "string", false, Optional.of("tanh"), List.of("relu", "tanh")),
                option("hidden", "integer", true, Optional.of(List.of(64)), List.of()))),
        plugin(Kind.ARCHITECTURE, "softmax", List.of()));
  }

  @Override
  public List<UnavailablePlugin> unavailable() {
    return List.of(
        new UnavailablePlugin(
            Kind.ARCHITECTURE, "cnn", "org.example.conv", "its bundle does not resolve"));
  }

  private static PluginDescription plugin(Kind kind, String name, List<OptionDescription> options) {
    return new PluginDescription(
        kind, name, "The " + name + ".", "org.example", "1.2.0", "org.example." + name, options);
  }

  private static OptionDescription option(
      String name, String type, boolean list, Optional<Object> value, List<String> allowed) {
    return new OptionDescription(name, type, list, value, "The " + name + ".", allowed);
  }

  @Override
  public List<BrokenJar> broken() {
    return List.of(new BrokenJar("half.jar", "it cannot be read as a jar"));
  }
}

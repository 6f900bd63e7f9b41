package org.limbeck.shell;

import java.util.List;
import java.util.Optional;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;

/** A few plug-ins, one of which cannot be used. */
public final class SampleCatalog implements PluginCatalog {

  @Override
  public List<PluginDescription> plugins() {
    return List.of(
        plugin(PluginKind.TOPOLOGY, "path", List.of()),
        plugin(
            PluginKind.TOPOLOGY,
            "small-world",
            List.of(
                option("neighbours", "integer", false, Optional.of(4), List.of()),
                option("edges", "string", true, Optional.empty(), List.of()))),
        plugin(
            PluginKind.ALGORITHM,
            "distributed-distillation",
            List.of(option("regularization", "float", false, Optional.of(3), List.of()))),
        plugin(
            PluginKind.ARCHITECTURE,
            "mlp",
            List.of(
                option("activation", "string", false, Optional.of("tanh"), List.of("relu", "tanh")),
                option("hidden", "integer", true, Optional.of(List.of(64)), List.of()))),
        plugin(PluginKind.ARCHITECTURE, "softmax", List.of()));
  }

  @Override
  public List<UnavailablePlugin> unavailable() {
    return List.of(
        new UnavailablePlugin(
            PluginKind.ARCHITECTURE, "cnn", "org.example.conv", "its bundle does not resolve"));
  }

  private static PluginDescription plugin(
      PluginKind kind, String name, List<OptionDescription> options) {
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

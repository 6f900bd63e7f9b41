package org.limbeck.cli;

import java.util.List;
import java.util.Optional;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;

/** Two plug-ins and one that cannot be used. */
final class FakeCatalog implements PluginCatalog {
  boolean complete;

  @Override
  public List<PluginDescription> plugins() {
    return List.of(
        new PluginDescription(
            PluginKind.TOPOLOGY,
            "ring",
            "Each device talks to two others.",
            "org.example.graphs",
            "1.2.0",
            "org.example.graphs.Ring",
            List.of()),
        new PluginDescription(
            PluginKind.ARCHITECTURE,
            "mlp",
            "Layers of neurons, each joined to all of the layer before.",
            "org.example.nets",
            "2.0.1",
            "org.example.nets.Mlp",
            List.of(
                new OptionDescription(
                    "activation",
                    "string",
                    false,
                    Optional.of("tanh"),
                    "What a neuron makes of the weighted sum of its inputs, in words that are many"
                        + " enough to fill a line and more.",
                    List.of("tanh", "relu")),
                new OptionDescription(
                    "hidden",
                    "integer",
                    true,
                    Optional.of(List.of(64, 32)),
                    "Neurons per hidden layer.",
                    List.of()),
                new OptionDescription(
                    "scale", "float", false, Optional.empty(), "Of the weights θ.", List.of()))));
  }

  @Override
  public List<UnavailablePlugin> unavailable() {
    return complete
        ? List.of()
        : List.of(
            new UnavailablePlugin(
                PluginKind.ARCHITECTURE,
                "cnn",
                "org.example.conv",
                "bundle org.example.natives is missing; put it into plugins/"));
  }

  @Override
  public List<BrokenJar> broken() {
    return complete ? List.of() : List.of(new BrokenJar("half.jar", "it cannot be read as a jar"));
  }
}

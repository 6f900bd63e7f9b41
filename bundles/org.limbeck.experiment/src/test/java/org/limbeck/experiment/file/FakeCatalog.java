package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;

/**
 * A catalog with the plug-ins that experiments have by default, some more of them, and an option of
 * each type.
 */
final class FakeCatalog implements PluginCatalog, OptionRules {
  private static final List<OptionDescription> OPTIONS =
      List.of(
          option("flag", "boolean", false, true),
          option("count", "integer", false, 3),
          option("large", "long", false, 4L),
          option("rate", "float", false, 0.5f),
          option("exact", "double", false, 0.25),
          option("sizes", "integer", true, List.of(64)),
          new OptionDescription(
              "mode", "string", false, Optional.of("slow"), "", List.of("slow", "fast")));

  @Override
  public List<PluginDescription> plugins() {
    List<PluginDescription> plugins = new ArrayList<>();
    plugins.add(plugin(PluginKind.DATA, "digits", List.of()));
    plugins.add(plugin(PluginKind.REFERENCE, "digits", List.of()));
    plugins.add(plugin(PluginKind.DATA, "files", List.of(option("path", "string", false, ""))));
    plugins.add(
        plugin(PluginKind.REFERENCE, "files", List.of(option("path", "string", false, ""))));
    plugins.add(plugin(PluginKind.PARTITION, "iid", List.of()));
    plugins.add(plugin(PluginKind.PARTITION, "dirichlet", List.of()));
    plugins.add(plugin(PluginKind.TOPOLOGY, "ring", List.of()));
    plugins.add(plugin(PluginKind.TOPOLOGY, "complete", List.of()));
    plugins.add(
        plugin(
            PluginKind.TOPOLOGY,
            "edges",
            List.of(
                new OptionDescription(
                    "edges", "string", true, Optional.empty(), "pairs", List.of()))));
    plugins.add(plugin(PluginKind.AGGREGATION, "tracking-mean", List.of()));
    plugins.add(plugin(PluginKind.AGGREGATION, "trimmed-mean", List.of()));
    plugins.add(plugin(PluginKind.WEIGHTING, "uniform", List.of()));
    plugins.add(plugin(PluginKind.WEIGHTING, "by-row", List.of()));
    plugins.add(plugin(PluginKind.CODEC, "float32", List.of()));
    plugins.add(plugin(PluginKind.CODEC, "uniform", List.of()));
    plugins.add(plugin(PluginKind.TRANSPORT, "in-process", List.of()));
    plugins.add(
        plugin(
            PluginKind.TRANSPORT,
            "mqtt",
            List.of(
                option("broker", "string", false, ""),
                option("network", "string", false, ""),
                option("trust", "string", false, ""))));
    plugins.add(plugin(PluginKind.ALGORITHM, "distributed-distillation", OPTIONS));
    plugins.add(plugin(PluginKind.ALGORITHM, "local-only", List.of()));
    plugins.add(plugin(PluginKind.ARCHITECTURE, "mlp", OPTIONS));
    plugins.add(plugin(PluginKind.ATTACK, "label-flip", List.of()));
    plugins.add(plugin(PluginKind.OBSERVER, "tensorboard", List.of()));
    plugins.add(
        plugin(PluginKind.OBSERVER, "journal", List.of(option("path", "string", false, ""))));
    return plugins;
  }

  @Override
  public List<UnavailablePlugin> unavailable() {
    return List.of(
        new UnavailablePlugin(
            PluginKind.ARCHITECTURE, "dl4j-mlp", "dl4j", "its bundle is not there"));
  }

  @Override
  public List<BrokenJar> broken() {
    return List.of();
  }

  @Override
  public Optional<String> complaint(
      PluginDescription plugin, OptionDescription option, String value) {
    return value.startsWith("-") ? Optional.of("less than minimum") : Optional.empty();
  }

  private static PluginDescription plugin(
      PluginKind kind, String name, List<OptionDescription> options) {
    return new PluginDescription(kind, name, "", "bundle", "1.0.0", "pid." + name, options);
  }

  private static OptionDescription option(String name, String type, boolean list, Object value) {
    return new OptionDescription(name, type, list, Optional.of(value), "0 or more", List.of());
  }
}

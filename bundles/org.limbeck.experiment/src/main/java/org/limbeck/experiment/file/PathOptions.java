package org.limbeck.experiment.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.yaml.YamlNode;

/** The options of plug-ins that name files and folders: those with the usual names. */
final class PathOptions {
  private static final Set<String> DATA =
      Set.of(
          "path",
          "testPath",
          "like",
          "file",
          "testFile",
          "images",
          "labels",
          "testImages",
          "testLabels");
  private static final Set<String> TRANSPORT =
      Set.of("trust", "certificate", "key", "passwordFile");
  private static final Map<PluginKind, Set<String>> OPTIONS =
      Map.of(
          PluginKind.DATA, DATA,
          PluginKind.REFERENCE, DATA,
          PluginKind.TOPOLOGY, DATA,
          PluginKind.TRANSPORT, TRANSPORT);

  private PathOptions() {}

  /** Returns a plug-in's node with all relative paths in it below a folder. */
  static YamlNode below(Path folder, PluginKind kind, YamlNode plugin) {
    if (!(plugin instanceof YamlNode.Mapping mapping)) {
      return plugin;
    }
    YamlNode.Mapping placed = mapping;
    for (String option : OPTIONS.getOrDefault(kind, Set.of())) {
      if (mapping.entries().get(option) instanceof YamlNode.Scalar scalar
          && scalar.value() != null
          && !scalar.text().isEmpty()) {
        String place = folder.resolve(scalar.text()).normalize().toString();
        placed = placed.with(option, new YamlNode.Scalar(scalar.origin(), place));
      }
    }
    return placed;
  }
}

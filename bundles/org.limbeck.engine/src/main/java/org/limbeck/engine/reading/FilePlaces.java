package org.limbeck.engine.reading;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.yaml.Node;

/** Which options of plug-ins name files and folders: those with the usual names. */
final class FilePlaces {
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
  private static final Map<Kind, Set<String>> OPTIONS =
      Map.of(
          Kind.DATA, DATA,
          Kind.REFERENCE, DATA,
          Kind.TOPOLOGY, DATA,
          Kind.TRANSPORT, TRANSPORT);

  private FilePlaces() {}

  /** Returns a plug-in's node with all relative paths in it below a folder. */
  static Node below(Path folder, Kind kind, Node plugin) {
    if (!(plugin instanceof Node.Mapping mapping)) {
      return plugin;
    }
    Node.Mapping placed = mapping;
    for (String option : OPTIONS.getOrDefault(kind, Set.of())) {
      if (mapping.entries().get(option) instanceof Node.Scalar scalar
          && scalar.value() instanceof String path
          && !path.isEmpty()) {
        String place = folder.resolve(path).normalize().toString();
        placed = placed.with(option, new Node.Scalar(scalar.origin(), place));
      }
    }
    return placed;
  }
}

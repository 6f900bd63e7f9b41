package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.SwapPart;
import org.limbeck.experiment.yaml.YamlNode;

/** Knows where the values of a swap were written, so that what is wrong with them can say so. */
@FunctionalInterface
interface SwapOrigins {

  /**
   * Returns where a value was written.
   *
   * @param path its keys and places in lists, such as {@code topology.edges.0}
   */
  Origin of(String path);

  /** Returns the origins of a swap that someone asks for, on one line. */
  static SwapOrigins askedBy(String source) {
    return path -> new Origin(source, 1, path);
  }

  /** Returns the origins of a swap that was read of a node. */
  static SwapOrigins writtenIn(YamlNode node) {
    Map<String, Origin> origins = new HashMap<>();
    collect("", node, origins);
    return origins::get;
  }

  /** Returns the value of a part, with the origins. */
  default YamlNode node(SwapPart part) {
    return node(part.key(), part.value());
  }

  private YamlNode node(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, YamlNode> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put((String) key, node(path + "." + key, entry)));
      return new YamlNode.Mapping(of(path), entries);
    }
    if (value instanceof List<?> list) {
      List<YamlNode> items = new ArrayList<>();
      list.forEach(item -> items.add(node(path + "." + items.size(), item)));
      return new YamlNode.Sequence(of(path), items);
    }
    return new YamlNode.Scalar(of(path), value);
  }

  private static void collect(String path, YamlNode node, Map<String, Origin> origins) {
    origins.put(path, node.origin());
    String below = path.isEmpty() ? "" : path + ".";
    if (node instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach((key, entry) -> collect(below + key, entry, origins));
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (int n = 0; n < sequence.items().size(); n++) {
        collect(below + n, sequence.items().get(n), origins);
      }
    }
  }
}

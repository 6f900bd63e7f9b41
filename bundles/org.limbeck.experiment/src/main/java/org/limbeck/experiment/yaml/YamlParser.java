package org.limbeck.experiment.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Parses YAML 1.2 into nodes that know their lines. Used by one thread at a time. */
public final class YamlParser {
  private static final int MAX_DEPTH = 50;

  /** Aliases can make few lines mean very many nodes. */
  private static final int MAX_NODES = 100_000;

  private int nodes;

  /**
   * Parses a file.
   *
   * @throws InvalidInputException if it cannot be read or is not one YAML document
   */
  public YamlNode parse(Path file) {
    Origin origin = new Origin(file.toString(), 0, "");
    try {
      return parse(Files.readString(file), origin);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(origin, "there is no such file");
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(origin, "the file is not text in UTF-8");
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder" : e.getMessage();
      throw new InvalidInputException(origin, "the file cannot be read: " + reason);
    }
  }

  /**
   * Parses a text.
   *
   * @param origin where the text stands; if it has a line, that is the line of all nodes
   * @throws InvalidInputException if it is not one YAML document
   */
  public YamlNode parse(String text, Origin origin) {
    LoadSettings settings = LoadSettings.builder().setLabel(origin.source()).build();
    nodes = 0;
    try {
      return new Compose(settings)
          .composeString(text)
          .map(node -> convert(node, lineOf(node.getStartMark(), origin), 0))
          .orElseGet(() -> new YamlNode.Scalar(origin, null));
    } catch (MarkedYamlEngineException e) {
      throw new InvalidInputException(
          lineOf(e.getProblemMark(), origin), "this is not YAML: " + e.getProblem());
    } catch (StackOverflowError e) {
      // The composer recurses into what it reads, however deep that is.
      throw new InvalidInputException(origin, "values are nested too deep");
    } catch (YamlEngineException e) {
      throw new InvalidInputException(origin, "this is not YAML: " + e.getMessage());
    }
  }

  private YamlNode convert(org.snakeyaml.engine.v2.nodes.Node node, Origin origin, int depth) {
    if (depth > MAX_DEPTH) {
      throw new InvalidInputException(origin, "values are nested too deep");
    }
    if (++nodes > MAX_NODES) {
      throw new InvalidInputException(origin, "there are more than " + MAX_NODES + " values");
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, origin, depth);
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
        Origin at = lineOf(item.getStartMark(), origin.child(String.valueOf(items.size())));
        items.add(convert(item, at, depth + 1));
      }
      return new YamlNode.Sequence(origin, items);
    }
    return new YamlNode.Scalar(origin, value((ScalarNode) node, origin));
  }

  private YamlNode mapping(MappingNode node, Origin origin, int depth) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new InvalidInputException(
            lineOf(tuple.getKeyNode().getStartMark(), origin), "a key must be a single word");
      }
      Origin at = lineOf(key.getStartMark(), origin.child(key.getValue()));
      if (entries.put(key.getValue(), convert(tuple.getValueNode(), at, depth + 1)) != null) {
        throw new InvalidInputException(at, "this key is there twice");
      }
    }
    return new YamlNode.Mapping(origin, entries);
  }

  private static Object value(ScalarNode node, Origin origin) {
    String text = node.getValue();
    Tag tag = node.getTag();
    try {
      if (tag.equals(Tag.NULL)) {
        return null;
      }
      if (tag.equals(Tag.BOOL)) {
        return Boolean.valueOf(text);
      }
      if (tag.equals(Tag.INT)) {
        return Long.valueOf(text);
      }
      return tag.equals(Tag.FLOAT) ? (Object) Double.valueOf(text) : text;
    } catch (NumberFormatException e) {
      throw new InvalidInputException(origin, text + " is no number that fits here");
    }
  }

  private static Origin lineOf(Optional<Mark> mark, Origin origin) {
    int line = mark.isPresent() && !isSetting(origin) ? mark.get().getLine() + 1 : origin.line();
    return new Origin(origin.source(), line, origin.key());
  }

  private static boolean isSetting(Origin origin) {
    return origin.source().startsWith(YamlSetting.SOURCE);
  }
}

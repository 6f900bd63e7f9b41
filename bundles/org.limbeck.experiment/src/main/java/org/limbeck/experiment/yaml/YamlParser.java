package org.limbeck.experiment.yaml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.InputLimits;
import org.limbeck.api.TextInput;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Parses YAML 1.2, with its core schema, into nodes that know their lines. Used by one thread at a
 * time.
 */
public final class YamlParser {
  private static final int MAX_DEPTH = 50;

  /** Aliases can make few lines mean very many nodes. */
  private static final int MAX_NODES = 100_000;

  /** Every value knows the whole path of its key. */
  private static final int MAX_KEY_LENGTH = 500;

  /** Complaints tell a value as it is. */
  private static final int MAX_VALUE_LENGTH = 10_000;

  /** Where a stream and the document in it begin and end. */
  private static final int FRAME_EVENTS = 4;

  private int nodes;

  /**
   * Parses a file.
   *
   * @throws InvalidInputException if it cannot be read or is not one YAML document
   */
  public YamlNode parse(Path file) {
    Origin origin = new Origin(file.toString(), 0, "");
    try {
      return parse(text(file, origin), origin);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(origin, "there is no such file");
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
    if (text.length() > InputLimits.YAML_BYTES) {
      throw tooLong(origin);
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(origin.source())
            .setCodePointLimit(InputLimits.YAML_BYTES)
            .setSchema(new CoreSchema())
            .build();
    nodes = 0;
    try {
      requireSmallTree(new Parse(settings).parseString(text), origin);
      return new Compose(settings)
          .composeString(text)
          .map(node -> convert(node, lineOf(node.getStartMark(), origin), 0))
          .orElseGet(() -> new YamlNode.Scalar(origin, null));
    } catch (MarkedYamlEngineException e) {
      throw new InvalidInputException(
          lineOf(e.getProblemMark(), origin), "this is not YAML: " + e.getProblem());
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw new InvalidInputException(origin, "this is not YAML: " + e.getMessage());
    }
  }

  /** Reads a file, but no more of it than is allowed: it may be a pipe without an end. */
  private static String text(Path file, Origin origin) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(InputLimits.YAML_BYTES + 1);
    }
    if (bytes.length > InputLimits.YAML_BYTES) {
      throw tooLong(origin);
    }
    return TextInput.read(new ByteArrayInputStream(bytes));
  }

  private static InvalidInputException tooLong(Origin origin) {
    return new InvalidInputException(
        origin,
        String.format(
            Locale.ROOT,
            "it is longer than the %,d bytes that a file of this kind may have",
            InputLimits.YAML_BYTES));
  }

  /** Looks at a text before a tree is made of it: a value is a key, a beginning and an end. */
  private static void requireSmallTree(Iterable<Event> events, Origin origin) {
    int count = 0;
    int depth = 0;
    for (Event event : events) {
      if (++count > 3 * MAX_NODES + FRAME_EVENTS) {
        throw tooMany(lineOf(event.getStartMark(), origin));
      }
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > MAX_DEPTH + 1) {
        throw new InvalidInputException(origin, "values are nested too deep");
      }
    }
  }

  private static InvalidInputException tooMany(Origin origin) {
    return new InvalidInputException(origin, "there are more than " + MAX_NODES + " values");
  }

  private YamlNode convert(org.snakeyaml.engine.v2.nodes.Node node, Origin origin, int depth) {
    if (depth > MAX_DEPTH) {
      throw new InvalidInputException(origin, "values are nested too deep");
    }
    if (origin.key().length() > MAX_KEY_LENGTH) {
      throw new InvalidInputException(
          new Origin(origin.source(), origin.line(), ""),
          "the keys down to here have more than " + MAX_KEY_LENGTH + " characters");
    }
    if (++nodes > MAX_NODES) {
      throw tooMany(origin);
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
    ScalarNode scalar = (ScalarNode) node;
    return new YamlNode.Scalar(origin, value(scalar, origin), scalar.getValue());
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
    if (text.length() > MAX_VALUE_LENGTH) {
      throw new InvalidInputException(
          origin, "this value has more than " + MAX_VALUE_LENGTH + " characters");
    }
    try {
      if (tag.equals(Tag.NULL)) {
        return null;
      }
      if (tag.equals(Tag.BOOL)) {
        return Boolean.valueOf(text);
      }
      if (tag.equals(Tag.INT)) {
        return CoreNumber.integer(text);
      }
      return tag.equals(Tag.FLOAT) ? (Object) CoreNumber.real(text) : text;
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

package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads the options of a plug-in: typed, with defaults, and checked against its metatype. */
record OptionReader(OptionRules rules, Problems problems) {
  private static final Pattern WITH_PASSWORD = Pattern.compile("://[^/@]*:[^@]*@");

  /**
   * Reads all options of a plug-in from a section.
   *
   * @param present the values that stay where the section gives none, ahead of the defaults
   */
  Map<String, Object> read(
      PluginDescription plugin, YamlSection section, Map<String, Object> present) {
    Map<String, Object> values = new TreeMap<>();
    for (OptionDescription option : plugin.options()) {
      Optional<Object> otherwise =
          Optional.ofNullable(present.get(option.name())).or(option::defaultValue);
      Optional<YamlNode> node =
          otherwise.isPresent()
              ? section.find(option.name())
              : section.require(option.name(), option.description());
      Optional<Object> value =
          node.isPresent() ? node.flatMap(given -> value(plugin, option, given)) : otherwise;
      value.ifPresent(v -> values.put(option.name(), v));
    }
    return values;
  }

  private Optional<Object> value(
      PluginDescription plugin, OptionDescription option, YamlNode node) {
    if (!option.list()) {
      return scalar(plugin, option, node);
    }
    if (!(node instanceof YamlNode.Sequence sequence)) {
      return wrong(option, node);
    }
    List<Object> values = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      scalar(plugin, option, item).ifPresent(values::add);
    }
    return Optional.of(List.copyOf(values));
  }

  private Optional<Object> scalar(
      PluginDescription plugin, OptionDescription option, YamlNode node) {
    Object value = node instanceof YamlNode.Scalar scalar ? typed(option.type(), scalar) : null;
    if (value == null) {
      return wrong(option, node);
    }
    if (value instanceof String text && WITH_PASSWORD.matcher(text).find()) {
      problems.add(
          node.origin(),
          "an address with a password does not belong here, as it would stand in run folders and"
              + " in what they are copied to; take out what is before the @ and name a file with"
              + " the password instead"
              + about(option));
      return Optional.empty();
    }
    if (!option.allowed().isEmpty() && !option.allowed().contains(String.valueOf(value))) {
      problems.add(
          node.origin(),
          "'"
              + value
              + "' is not allowed here; "
              + SpellingSuggestion.help(String.valueOf(value), option.allowed()));
      return Optional.empty();
    }
    Optional<String> complaint = rules.complaint(plugin, option, String.valueOf(value));
    complaint.ifPresent(
        message -> problems.add(node.origin(), value + ": " + message + about(option)));
    return complaint.isPresent() ? Optional.empty() : Optional.of(value);
  }

  private Optional<Object> wrong(OptionDescription option, YamlNode node) {
    String type = inWords(option.type());
    String wanted =
        option.list() ? "a list belongs here, each item " + type : type + " belongs here";
    problems.add(node.origin(), wanted + ", not " + node.inWords() + about(option));
    return Optional.empty();
  }

  private static String about(OptionDescription option) {
    return option.description().isEmpty() ? "" : " (" + option.description() + ")";
  }

  private static String inWords(String type) {
    return switch (type) {
      case "boolean" -> "true or false";
      case "integer", "long" -> "a whole number";
      case "float", "double" -> "a number";
      default -> "a text";
    };
  }

  /**
   * Returns the value as the option's type, or null if it is not. Numbers, true and false are names
   * too, as they are written.
   */
  private static Object typed(String type, YamlNode.Scalar scalar) {
    Object value = scalar.value();
    return switch (type) {
      case "boolean" -> value instanceof Boolean ? value : null;
      case "integer" -> value instanceof Long l && l == l.intValue() ? (Object) l.intValue() : null;
      case "long" -> value instanceof Long ? value : null;
      case "float" ->
          value instanceof Number n && Float.isFinite(n.floatValue())
              ? (Object) n.floatValue()
              : null;
      case "double" ->
          value instanceof Number n && Double.isFinite(n.doubleValue())
              ? (Object) n.doubleValue()
              : null;
      default -> value == null ? null : scalar.text();
    };
  }
}

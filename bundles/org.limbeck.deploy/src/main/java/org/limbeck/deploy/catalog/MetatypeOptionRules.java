package org.limbeck.deploy.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.experiment.plugin.OptionDescription;
import org.osgi.service.metatype.AttributeDefinition;

/** Reads the options of a plug-in from its metatype. */
final class MetatypeOptionRules {

  private MetatypeOptionRules() {}

  static OptionDescription describe(AttributeDefinition attribute) {
    String type = type(attribute.getType());
    boolean list = attribute.getCardinality() != 0;
    return new OptionDescription(
        attribute.getID(),
        type,
        list,
        Optional.ofNullable(attribute.getDefaultValue()).map(d -> value(type, list, d)),
        Optional.ofNullable(attribute.getDescription()).orElse(""),
        Optional.ofNullable(attribute.getOptionValues()).map(List::of).orElse(List.of()));
  }

  private static Object value(String type, boolean list, String[] texts) {
    if (!list) {
      return value(type, texts[0]);
    }
    // The default of a list without items is one empty text.
    return Stream.of(texts).filter(text -> !text.isEmpty()).map(text -> value(type, text)).toList();
  }

  private static Object value(String type, String text) {
    return switch (type) {
      case "boolean" -> Boolean.valueOf(text);
      case "integer" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "float" -> Float.valueOf(text);
      case "double" -> Double.valueOf(text);
      default -> text;
    };
  }

  private static String type(int type) {
    return switch (type) {
      case AttributeDefinition.BOOLEAN -> "boolean";
      case AttributeDefinition.INTEGER, AttributeDefinition.SHORT, AttributeDefinition.BYTE ->
          "integer";
      case AttributeDefinition.LONG -> "long";
      case AttributeDefinition.FLOAT -> "float";
      case AttributeDefinition.DOUBLE -> "double";
      default -> "string";
    };
  }
}

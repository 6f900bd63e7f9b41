package org.limbeck.shell.swap;

import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.yaml.YamlNode;
import org.limbeck.experiment.yaml.YamlParser;

/** Reads the value of an argument, which is YAML. */
final class YamlArgument {
  private static final String NOT_YAML = "this is not YAML: ";

  private YamlArgument() {}

  /**
   * Returns the value.
   *
   * @param origin where it stands in the swap
   * @throws IllegalArgumentException if it is not YAML
   * @throws InvalidInputException if it is YAML that is too large or too deep
   */
  static YamlNode parse(String typed, Origin origin) {
    try {
      return new YamlParser().parse(typed, origin);
    } catch (InvalidInputException e) {
      String message = e.problems().get(0).message();
      if (!message.startsWith(NOT_YAML)) {
        throw e;
      }
      String reason = message.substring(NOT_YAML.length());
      throw new IllegalArgumentException("'" + typed + "' is not YAML: " + reason, e);
    }
  }
}

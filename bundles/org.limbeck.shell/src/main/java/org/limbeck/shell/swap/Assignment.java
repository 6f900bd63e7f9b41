package org.limbeck.shell.swap;

import java.util.regex.Pattern;

/**
 * A {@code key=value} that someone typed.
 *
 * @param key the key, a word
 * @param value the value, YAML as it was typed
 */
public record Assignment(String key, String value) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /** Returns whether a text is a word that can stand as a key. */
  static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /**
   * Parses an option of a plug-in, such as {@code neighbours=4}.
   *
   * @throws IllegalArgumentException if it is no such thing
   */
  public static Assignment ofOption(String text) {
    Assignment assignment = split(text, "an option is written name=value, such as neighbours=4");
    if (!isWord(assignment.key)) {
      throw new IllegalArgumentException(
          "'" + assignment.key + "' is no name of an option: letters, digits and hyphens");
    }
    return assignment;
  }

  /** Parses a {@code key=value} with any key. */
  static Assignment split(String text, String help) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("'" + text + "': " + help);
    }
    return new Assignment(text.substring(0, equals), text.substring(equals + 1));
  }
}

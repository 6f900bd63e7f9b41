package org.limbeck.experiment;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows what nobody would see in a text, such as in the name of a column or a class. */
public final class VisibleText {
  /**
   * Control, format and private characters, halves of others, separators but for the space, and
   * what Unicode counts to other categories although it has no form of its own.
   */
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}&&[^ ]]\\u034F\\u115F\\u1160\\u17B4\\u17B5"
              + "\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

  private VisibleText() {}

  /** Returns the text with each invisible character as Java escapes it, such as {@code \u200b}. */
  public static String of(String text) {
    return INVISIBLE.matcher(text).replaceAll(VisibleText::escaped);
  }

  private static String escaped(MatchResult found) {
    return found
        .group()
        .chars()
        .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
        .map(Matcher::quoteReplacement)
        .collect(Collectors.joining());
  }
}

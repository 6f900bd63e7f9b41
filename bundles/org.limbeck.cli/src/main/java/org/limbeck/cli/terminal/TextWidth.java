package org.limbeck.cli.terminal;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** How much of a line a text takes on a terminal: Chinese characters take two columns. */
public final class TextWidth {
  private static final String CUT = "…";
  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
  private static final int FIRST_PICTURE = 0x1F300;
  private static final int LAST_PICTURE = 0x1FAFF;

  private TextWidth() {}

  /** Returns how many columns a text takes. */
  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** Returns a text that takes at most so many columns; one that is cut ends with an ellipsis. */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int taken = 0;
    int end = 0;
    while (end < text.length() && taken + of(text.codePointAt(end)) < columns) {
      taken += of(text.codePointAt(end));
      end += Character.charCount(text.codePointAt(end));
    }
    return text.substring(0, end) + CUT;
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean picture = character >= FIRST_PICTURE && character <= LAST_PICTURE;
    return picture || WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
  }
}

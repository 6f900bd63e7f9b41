package org.limbeck.architectures.external;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a program has written, as messages show it. */
final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  /** Returns a text with control characters escaped. */
  static String text(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append("\\n");
              } else if (Character.isISOControl(c)) {
                shown.append(String.format(Locale.ROOT, "\\x%02x", c));
              } else {
                shown.append((char) c);
              }
            });
    return shown.toString();
  }

  /** Returns bytes in quotes if they are text, else as hexadecimal numbers; cut if many. */
  static String bytes(byte[] bytes, int count) {
    if (isText(bytes, count)) {
      String text = new String(bytes, 0, count, StandardCharsets.UTF_8).strip();
      boolean isLong = text.length() > LONGEST;
      return "'" + text(isLong ? text.substring(0, LONGEST) : text) + (isLong ? "…'" : "'");
    }
    StringBuilder hex = new StringBuilder("the bytes");
    for (int i = 0; i < Math.min(count, LONGEST / 4); i++) {
      hex.append(String.format(Locale.ROOT, " %02x", bytes[i]));
    }
    return hex.toString();
  }

  /** Returns whether bytes look like something that was printed. */
  static boolean isText(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      boolean isBlank = bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t';
      if (!isBlank && bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\033') {
        return false;
      }
    }
    return count > 0;
  }
}

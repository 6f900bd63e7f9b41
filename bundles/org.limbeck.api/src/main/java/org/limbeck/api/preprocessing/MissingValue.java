package org.limbeck.api.preprocessing;

import java.util.Locale;
import java.util.Set;

/** What people write where they do not know a value. */
public final class MissingValue {
  private static final Set<String> SPELLINGS = Set.of("", "?", "na", "n/a", "nan", "null");

  private MissingValue() {}

  /** Returns whether a text says that a value is not known; upper and lower case are alike. */
  public static boolean is(String text) {
    return SPELLINGS.contains(text.toLowerCase(Locale.ROOT));
  }
}

package org.limbeck.datasets.catalog;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Helps those who have named something that is not there. */
public final class NameSuggestion {
  private static final int MOST = 20;

  private NameSuggestion() {}

  /** Returns which name may have been meant, and which there are. */
  public static String help(String word, List<String> names) {
    return "did you mean '"
        + nearest(word, names)
        + "'? there are "
        + names.size()
        + ": "
        + listed(names);
  }

  /**
   * Returns the name that is spelt most alike, the first of equals.
   *
   * @param names at least one
   */
  public static String nearest(String word, List<String> names) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return names.stream()
        .min(Comparator.comparingInt(name -> distance.apply(name, word)))
        .orElseThrow();
  }

  /** Returns names in a line, the first of them if they are many. */
  public static String listed(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
    return some + (names.size() > MOST ? ", …" : "");
  }
}

package org.limbeck.datasets.rows;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Helps those who have named something that is not there. */
public final class NameSuggestion {
  private static final int MOST = 20;

  private NameSuggestion() {}

  /** Returns which name may have been meant, and which there are. */
  public static String help(String word, List<String> names) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String nearest =
        names.stream()
            .min(Comparator.comparingInt(name -> distance.apply(name, word)))
            .orElseThrow();
    String some = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
    return "did you mean '"
        + nearest
        + "'? there are "
        + names.size()
        + ": "
        + some
        + (names.size() > MOST ? ", …" : "");
  }
}

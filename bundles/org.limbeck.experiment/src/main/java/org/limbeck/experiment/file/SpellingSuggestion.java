package org.limbeck.experiment.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what someone may have meant. */
final class SpellingSuggestion {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private SpellingSuggestion() {}

  /** Returns the candidate nearest to a word, if one is near enough to have been meant. */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(c -> distance(word, c) <= Math.max(2, c.length() / 3))
        .min(Comparator.<String>comparingInt(c -> distance(word, c)).thenComparing(c -> c));
  }

  /** Returns the sentence that helps: the nearest candidate, and all there are. */
  static String help(String word, Collection<String> candidates) {
    List<String> sorted = candidates.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return "there are none";
    }
    String all = sorted.stream().collect(Collectors.joining(", ", "allowed: ", ""));
    return nearest(word, sorted).map(near -> "did you mean '" + near + "'? " + all).orElse(all);
  }

  private static int distance(String word, String candidate) {
    return DISTANCE.apply(word, candidate);
  }
}

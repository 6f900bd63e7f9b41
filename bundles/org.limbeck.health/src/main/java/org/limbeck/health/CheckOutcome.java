package org.limbeck.health;

import java.util.Comparator;
import java.util.List;

/**
 * What a health check found.
 *
 * @param name the name of the check, such as {@code disk}
 * @param level how good or bad it is
 * @param messages what was found, in sentences for people
 */
public record CheckOutcome(String name, Level level, List<String> messages) {

  /** How good or bad something is, in ascending order of badness. */
  public enum Level {
    /** As it should be. */
    OK,
    /** It works, but someone should look. */
    WARNING,
    /** It does not work. */
    CRITICAL
  }

  /** Copies the list. */
  public CheckOutcome {
    messages = List.copyOf(messages);
  }

  /** Returns the worst level of some outcomes; {@code OK} if there are none. */
  public static Level worst(List<CheckOutcome> outcomes) {
    return outcomes.stream()
        .map(CheckOutcome::level)
        .max(Comparator.naturalOrder())
        .orElse(Level.OK);
  }
}

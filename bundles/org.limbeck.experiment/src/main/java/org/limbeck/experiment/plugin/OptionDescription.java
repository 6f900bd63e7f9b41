package org.limbeck.experiment.plugin;

import java.util.List;
import java.util.Optional;

/**
 * An option of a plug-in.
 *
 * @param name the name that experiments use
 * @param type {@code boolean}, {@code integer}, {@code long}, {@code float}, {@code double} or
 *     {@code string}
 * @param list whether its value is a list of that type
 * @param defaultValue the value where an experiment gives none; empty if it must give one
 * @param description what it means, and its range
 * @param allowed the values that are allowed, as written; empty if not a choice
 */
public record OptionDescription(
    String name,
    String type,
    boolean list,
    Optional<Object> defaultValue,
    String description,
    List<String> allowed) {

  /** Copies the list. */
  public OptionDescription {
    allowed = List.copyOf(allowed);
  }
}

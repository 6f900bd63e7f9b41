package org.limbeck.datasets.rows;

import java.util.List;
import org.limbeck.datasets.catalog.NameSuggestion;

/**
 * The names of all classes in the order of their numbers, whoever has rows of them.
 *
 * @param names distinct, at least two
 */
public record ClassNames(List<String> names) {

  /**
   * Copies the names.
   *
   * @throws IllegalArgumentException if they are too few, or one is there twice
   */
  public ClassNames {
    names = List.copyOf(names);
    if (names.size() < 2 || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "classes: two or more distinct names belong there, those of all devices in the same"
              + " order, not "
              + names);
    }
  }

  /** Returns the number of classes. */
  public int size() {
    return names.size();
  }

  /**
   * Returns the number of a class.
   *
   * @param where what has that name, for the message
   * @throws IllegalArgumentException if there is no class of that name
   */
  public int number(String name, String where) {
    int number = names.indexOf(name);
    if (number < 0) {
      throw new IllegalArgumentException(
          where + ": '" + name + "' is no class; " + NameSuggestion.help(name, names));
    }
    return number;
  }
}

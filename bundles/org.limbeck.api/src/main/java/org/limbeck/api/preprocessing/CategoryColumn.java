package org.limbeck.api.preprocessing;

import java.util.HashSet;
import java.util.List;

/**
 * A column of texts, each of which becomes one feature per category: 1 for its own, 0 for the
 * others.
 *
 * @param name the name; empty if columns have none
 * @param categories distinct, at least one
 * @param mayMiss whether a value that is missing belongs to no category
 */
public record CategoryColumn(String name, List<String> categories, boolean mayMiss)
    implements ColumnEncoder {

  /**
   * Copies the categories.
   *
   * @throws IllegalArgumentException if there is none, or one is there twice
   */
  public CategoryColumn {
    categories = List.copyOf(categories);
    if (categories.isEmpty() || new HashSet<>(categories).size() < categories.size()) {
      throw new IllegalArgumentException(
          "column '" + name + "': categories are distinct, and at least one, not " + categories);
    }
  }

  @Override
  public List<String> names() {
    return name.isEmpty() ? List.of() : List.of(name);
  }

  @Override
  public List<String> featureNames() {
    return name.isEmpty()
        ? List.of()
        : categories.stream().map(category -> name + "=" + category).toList();
  }

  @Override
  public int cells() {
    return 1;
  }

  @Override
  public int features() {
    return categories.size();
  }

  @Override
  public void encode(String text, int cell, float[] into, int offset) {
    int category = categories.indexOf(text);
    if (category < 0 && !(mayMiss && MissingValue.is(text))) {
      throw new IllegalArgumentException("'" + text + "' is none of " + categories);
    }
    for (int i = 0; i < categories.size(); i++) {
      into[offset + i] = i == category ? 1 : 0;
    }
  }
}

package org.limbeck.report.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists that may be missing, and in which elements may be. */
public final class NullableList {
  private NullableList() {}

  /** Returns an unchangeable copy of a list with its nulls; null for null. */
  public static <T> List<T> copyOf(List<T> list) {
    return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
  }
}

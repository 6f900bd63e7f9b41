package org.limbeck.architectures.classic;

import java.util.Arrays;

/** Where the rows of one dataset stand in the memory, by their ids. */
final class PlacesById {
  private static final int ABSENT = -1;

  private int[] places = {};
  private int size;

  /** Returns the number of rows that have a place. */
  int size() {
    return size;
  }

  /** Returns the place of a row; -1 if it has none. */
  int of(int id) {
    return id >= 0 && id < places.length ? places[id] : ABSENT;
  }

  /** Gives a row a place that it did not have. */
  void add(int id, int place) {
    if (id >= places.length) {
      int known = places.length;
      places = Arrays.copyOf(places, Math.max(id + 1, known + known / 2));
      Arrays.fill(places, known, places.length, ABSENT);
    }
    places[id] = place;
    size++;
  }

  void clear() {
    Arrays.fill(places, ABSENT);
    size = 0;
  }
}

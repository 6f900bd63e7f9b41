package org.limbeck.architectures.classic;

import java.util.Arrays;

/** For each of many rows, the nearest others: nearest first, at equal distance the older one. */
final class NeighbourLists {
  private final int length;
  private int[] places = {};
  private float[] distances = {};
  private int[] sizes = {};

  /** Makes lists of at most {@code length} rows. */
  NeighbourLists(int length) {
    this.length = length;
  }

  /** Makes room for so many lists. The new ones are empty. */
  void fit(int lists) {
    if (lists > sizes.length) {
      int room = Math.max(lists, sizes.length + sizes.length / 2);
      places = Arrays.copyOf(places, Math.multiplyExact(room, length));
      distances = Arrays.copyOf(distances, Math.multiplyExact(room, length));
      sizes = Arrays.copyOf(sizes, room);
    }
  }

  void clear(int list) {
    sizes[list] = 0;
  }

  int size(int list) {
    return sizes[list];
  }

  int place(int list, int rank) {
    return places[list * length + rank];
  }

  float distance(int list, int rank) {
    return distances[list * length + rank];
  }

  /** Puts a row that is not in the list where it belongs, if it is near enough. */
  void offer(int list, int place, float distance) {
    int from = list * length;
    int at = from + sizes[list];
    if (sizes[list] < length) {
      sizes[list]++;
    } else if (isNearer(place, distance, at - 1)) {
      at--;
    } else {
      return;
    }
    for (; at > from && isNearer(place, distance, at - 1); at--) {
      places[at] = places[at - 1];
      distances[at] = distances[at - 1];
    }
    places[at] = place;
    distances[at] = distance;
  }

  private boolean isNearer(int place, float distance, int than) {
    return distance < distances[than] || (distance == distances[than] && place < places[than]);
  }
}

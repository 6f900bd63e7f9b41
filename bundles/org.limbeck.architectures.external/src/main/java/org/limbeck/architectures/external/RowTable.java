package org.limbeck.architectures.external;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows that are told apart by their features, numbered from 0 in the order of their arrival. */
final class RowTable {
  private static final int ABSENT = -1;
  private static final int CHUNK_ROWS = 256;
  private static final int FEWEST_SLOTS = 1 << 10;
  private static final int PRIME = 0x01000193;
  private static final int LANES = 4;

  private final int features;
  private final List<float[]> chunks = new ArrayList<>();

  /** Numbers of rows + 1 by hashes, at most half full; 0 is an empty slot. */
  private int[] slots = new int[FEWEST_SLOTS];

  private int[] hashes = new int[CHUNK_ROWS];
  private int size;

  RowTable(int features) {
    this.features = features;
  }

  int features() {
    return features;
  }

  int size() {
    return size;
  }

  /** Returns whether a row has these features, to the bit. */
  boolean matches(int row, float[] values, int at) {
    int from = row % CHUNK_ROWS * features;
    return Arrays.equals(
        chunks.get(row / CHUNK_ROWS), from, from + features, values, at, at + features);
  }

  /** Returns the number of the row with these features; -1 if there is none. */
  int find(float[] values, int at) {
    int hash = hash(values, at);
    for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
      int row = slots[slot] - 1;
      if (hashes[row] == hash && matches(row, values, at)) {
        return row;
      }
    }
    return ABSENT;
  }

  /** Adds a row that is not there, and returns its number. */
  int add(float[] values, int at) {
    if (size % CHUNK_ROWS == 0) {
      chunks.add(new float[Math.multiplyExact(CHUNK_ROWS, features)]);
    }
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    System.arraycopy(
        values, at, chunks.get(size / CHUNK_ROWS), size % CHUNK_ROWS * features, features);
    hashes[size] = hash(values, at);
    enter(size);
    return size++;
  }

  private void enter(int row) {
    int slot = slot(hashes[row]);
    while (slots[slot] != 0) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = row + 1;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    for (int row = 0; row < size; row++) {
      enter(row);
    }
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 16) & slots.length - 1;
  }

  /** Four sums side by side, which processors compute at once. */
  private int hash(float[] values, int at) {
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    int i = at;
    for (int end = at + features - features % LANES; i < end; i += LANES) {
      a = a * PRIME + Float.floatToRawIntBits(values[i]);
      b = b * PRIME + Float.floatToRawIntBits(values[i + 1]);
      c = c * PRIME + Float.floatToRawIntBits(values[i + 2]);
      d = d * PRIME + Float.floatToRawIntBits(values[i + 3]);
    }
    for (; i < at + features; i++) {
      a = a * PRIME + Float.floatToRawIntBits(values[i]);
    }
    // Small whole numbers as floats differ in high bits only; the product brings them down.
    long mixed = ((((long) a * PRIME + b) * PRIME + c) * PRIME + d) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}

package org.limbeck.architectures.classic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.limbeck.api.MemoryShare;

/**
 * Rows in the order in which they were memorised, each with its features and what it says: K values
 * on the simplex. A row is known by its kind and id; its place stays.
 */
final class StoredRows {
  private static final int FEWEST = 16;

  private final int features;
  private final int classes;
  private final PlacesById privateRows = new PlacesById();
  private final PlacesById referenceRows = new PlacesById();
  private float[] inputs = {};
  private float[] targets = {};
  private RowOrigin[] kinds = {};
  private int[] ids = {};
  private int size;

  StoredRows(int features, int classes) {
    this.features = features;
    this.classes = classes;
  }

  int features() {
    return features;
  }

  int classes() {
    return classes;
  }

  int size() {
    return size;
  }

  int size(RowOrigin kind) {
    return places(kind).size();
  }

  RowOrigin kind(int place) {
    return kinds[place];
  }

  /** Returns the features of all rows, row by row: the live array. */
  float[] inputs() {
    return inputs;
  }

  /** Returns what all rows say, row by row: the live array, to be written to as well. */
  float[] targets() {
    return targets;
  }

  /** Returns the place of a row, or -1 if none with this id and these features is stored. */
  int find(RowOrigin kind, int id, float[] values, int at) {
    int place = places(kind).of(id);
    return place >= 0 && matches(place, values, at) ? place : -1;
  }

  /** Stores the features of a row, in place of those that were known by its id; returns where. */
  int put(RowOrigin kind, int id, float[] values, int at) {
    int place = places(kind).of(id);
    if (place < 0) {
      place = append(kind, id);
    }
    System.arraycopy(values, at, inputs, place * features, features);
    return place;
  }

  private PlacesById places(RowOrigin kind) {
    return kind == RowOrigin.PRIVATE ? privateRows : referenceRows;
  }

  private boolean matches(int place, float[] values, int at) {
    int from = place * features;
    return Arrays.mismatch(inputs, from, from + features, values, at, at + features) < 0;
  }

  private int append(RowOrigin kind, int id) {
    if (size == ids.length) {
      int room = Math.max(FEWEST, size + size / 2);
      inputs = Arrays.copyOf(inputs, Math.multiplyExact(room, features));
      targets = Arrays.copyOf(targets, Math.multiplyExact(room, classes));
      kinds = Arrays.copyOf(kinds, room);
      ids = Arrays.copyOf(ids, room);
    }
    places(kind).add(id, size);
    kinds[size] = kind;
    ids[size] = id;
    return size++;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(features);
    out.writeInt(classes);
    out.writeInt(size);
    for (int place = 0; place < size; place++) {
      out.writeBoolean(kinds[place] == RowOrigin.REFERENCE);
      out.writeInt(ids[place]);
      write(out, inputs, place * features, features);
      write(out, targets, place * classes, classes);
    }
  }

  void restore(DataInput in) throws IOException {
    if (in.readInt() != features || in.readInt() != classes) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "expected stored rows of %d features and %d classes",
              features,
              classes));
    }
    privateRows.clear();
    referenceRows.clear();
    size = 0;
    int count = in.readInt();
    if (count < 0) {
      throw new IOException("it cannot have " + count + " stored rows");
    }
    for (int left = count; left > 0; left--) {
      RowOrigin kind = in.readBoolean() ? RowOrigin.REFERENCE : RowOrigin.PRIVATE;
      int id = in.readInt();
      requireNew(kind, id);
      int place = append(kind, id);
      read(in, inputs, place * features, features);
      read(in, targets, place * classes, classes);
    }
  }

  /** Places are found by ids, so that a large id takes as much memory as many rows. */
  private void requireNew(RowOrigin kind, int id) throws IOException {
    if (id < 0 || (id + 1L) * Integer.BYTES > MemoryShare.ofHeap().bytes()) {
      throw new IOException("a stored row cannot have the number " + id);
    }
    if (places(kind).of(id) >= 0) {
      throw new IOException("the stored row " + id + " is there twice");
    }
  }

  private static void write(DataOutput out, float[] values, int at, int count) throws IOException {
    for (int i = at; i < at + count; i++) {
      out.writeFloat(values[i]);
    }
  }

  private static void read(DataInput in, float[] values, int at, int count) throws IOException {
    for (int i = at; i < at + count; i++) {
      values[i] = in.readFloat();
      if (!Float.isFinite(values[i])) {
        throw new IOException("a value of a stored row is " + values[i] + ", which is no number");
      }
    }
  }
}

package org.limbeck.api.preprocessing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Shape;

/**
 * How a sample becomes a row of features, and what the classes are called: all that a model needs
 * besides its weights to be used without the data that it has learnt from. Immutable.
 *
 * @param shape the shape of a row
 * @param columns how cells become features, in the order of both
 * @param classNames the distinct names of the classes 0 to K−1, at least two
 * @param comment the character that begins a line which is no sample, in files of samples; empty:
 *     none does
 */
public record Preprocessing(
    Shape shape, List<ColumnEncoder> columns, List<String> classNames, String comment) {

  /**
   * Says how samples become rows where every line is a sample.
   *
   * @throws IllegalArgumentException as the other constructor does
   */
  public Preprocessing(Shape shape, List<ColumnEncoder> columns, List<String> classNames) {
    this(shape, columns, classNames, "");
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the columns make other features than the shape has, some
   *     have names and others have none, names are not distinct, or a comment begins with several
   *     characters
   */
  public Preprocessing {
    if (comment.length() > 1) {
      throw new IllegalArgumentException(
          "comment: one character begins a comment, not '" + comment + "'");
    }
    columns = List.copyOf(columns);
    classNames = List.copyOf(classNames);
    long features = columns.stream().mapToLong(ColumnEncoder::features).sum();
    if (features != shape.features()) {
      throw new IllegalArgumentException(
          "the columns make " + features + " features, and rows of " + shape + " have others");
    }
    requireDistinct("columns", names(columns));
    requireDistinct("classes", classNames);
    long cells = columns.stream().mapToLong(ColumnEncoder::cells).sum();
    long named = names(columns).size();
    if (named != 0 && named != cells) {
      throw new IllegalArgumentException(
          "of " + cells + " columns, " + named + " have names: all or none must have one");
    }
    if (classNames.size() < 2) {
      throw new IllegalArgumentException("there are two or more classes, not " + classNames);
    }
  }

  /** Returns the number of cells of a sample. */
  public int cells() {
    return columns.stream().mapToInt(ColumnEncoder::cells).sum();
  }

  /** Returns the names of a sample's cells in their order; empty if they have none. */
  public List<String> columnNames() {
    return names(columns);
  }

  /** Returns the names of the features in their order; empty if they have none. */
  public List<String> featureNames() {
    return columns.stream().flatMap(column -> column.featureNames().stream()).toList();
  }

  /** Returns whether all cells hold numbers. */
  public boolean isNumeric() {
    return columns.stream()
        .allMatch(column -> column instanceof NumberColumn || column instanceof PixelColumns);
  }

  /** Returns what is known of pixels where a row is an image; empty where it is not. */
  public Optional<PixelColumns> pixels() {
    return columns.size() == 1 && columns.get(0) instanceof PixelColumns pixels
        ? Optional.of(pixels)
        : Optional.empty();
  }

  /** Returns the number of classes K. */
  public int classes() {
    return classNames.size();
  }

  /**
   * Encodes a sample.
   *
   * @param sample the text of each cell
   * @return the features, the same to the bit as those of such a row that was trained on
   * @throws IllegalArgumentException if it has other cells; the message says which, and what is
   *     allowed
   */
  public float[] features(List<String> sample) {
    int wanted = cells();
    if (sample.size() != wanted) {
      throw new IllegalArgumentException(
          "a sample has " + wanted + " values, and this one has " + sample.size());
    }
    float[] features = new float[shape.features()];
    int cell = 0;
    int feature = 0;
    for (ColumnEncoder column : columns) {
      for (int i = 0; i < column.cells(); i++) {
        encode(column, sample.get(cell), i, cell, features, feature);
        cell++;
      }
      feature += column.features();
    }
    return features;
  }

  private static void encode(
      ColumnEncoder column, String text, int i, int cell, float[] features, int feature) {
    try {
      column.encode(text, i, features, feature);
    } catch (IllegalArgumentException e) {
      String named = column.names().isEmpty() ? "" : " (" + column.names().get(i) + ")";
      throw new IllegalArgumentException("value " + (cell + 1) + named + ": " + e.getMessage(), e);
    }
  }

  private static List<String> names(List<ColumnEncoder> columns) {
    return columns.stream().flatMap(column -> column.names().stream()).toList();
  }

  private static void requireDistinct(String what, List<String> names) {
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(what + ": names are distinct, not " + names);
    }
  }
}

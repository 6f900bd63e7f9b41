package org.limbeck.datasets.rows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.limbeck.api.privatedata.LabelledRows;

/**
 * The division of the training rows of a source, the same for ever: shuffled once, 70 % are
 * private, 20 % are for reference and 10 % for validation. The parts share no row.
 */
public final class DataSplit {
  private static final long SHUFFLE_SEED = 2020;
  private static final int FEWEST = 10;

  private final IntUnaryOperator label;
  private final int[] order;
  private final int validation;
  private final int reference;

  /**
   * Divides the training rows of a source.
   *
   * @throws IllegalArgumentException if there are fewer than 10
   */
  public DataSplit(LabelledRows rows) {
    this(rows.rows(), rows::label);
  }

  /**
   * Divides rows.
   *
   * @param rows how many there are
   * @param label returns the class of a row
   * @throws IllegalArgumentException if there are fewer than 10
   */
  DataSplit(int rows, IntUnaryOperator label) {
    if (rows < FEWEST) {
      throw new IllegalArgumentException(tooFew(rows));
    }
    this.label = label;
    this.order = shuffled(rows);
    this.validation = order.length / 10;
    this.reference = order.length / 5;
  }

  /**
   * Says where training rows that are too few stand.
   *
   * @param source the file or folder that they are from
   * @param rows how many there are
   * @throws IllegalArgumentException if there are fewer than 10
   */
  public static void requireEnough(Path source, int rows) {
    if (rows < FEWEST) {
      throw new IllegalArgumentException(source + ": " + tooFew(rows));
    }
  }

  /** Returns the rows that are divided among the devices. */
  public int[] privateRows() {
    return Arrays.copyOfRange(order, validation + reference, order.length);
  }

  /** Returns the rows on which choices are made. */
  public int[] validation() {
    return Arrays.copyOf(order, validation);
  }

  /**
   * Returns rows for reference.
   *
   * @param count how many
   * @param classes the classes to take them from; none means all
   * @throws IllegalArgumentException if there are not so many
   */
  public int[] reference(int count, int... classes) {
    int[] allowed =
        IntStream.range(validation, validation + reference)
            .map(i -> order[i])
            .filter(row -> classes.length == 0 || contains(classes, label.applyAsInt(row)))
            .toArray();
    if (count < 1 || count > allowed.length) {
      throw new IllegalArgumentException(
          "rows: there are "
              + allowed.length
              + " rows for reference"
              + (classes.length == 0 ? "" : " of these classes")
              + ", not "
              + count
              + "; the others are private");
    }
    return Arrays.copyOf(allowed, count);
  }

  private static String tooFew(int rows) {
    return "there are " + rows + " training rows, and at least 10 must be there to divide";
  }

  private static boolean contains(int[] classes, int label) {
    return IntStream.of(classes).anyMatch(c -> c == label);
  }

  private static int[] shuffled(int rows) {
    int[] order = IntStream.range(0, rows).toArray();
    Random random = new Random(SHUFFLE_SEED);
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}

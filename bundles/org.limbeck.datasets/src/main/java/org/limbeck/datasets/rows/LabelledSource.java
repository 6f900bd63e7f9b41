package org.limbeck.datasets.rows;

/** Labelled rows as their publisher parts them; read anew whenever asked for. */
public interface LabelledSource {

  /** Returns the number of classes K. */
  int classes();

  /**
   * Reads the rows to train on.
   *
   * @throws IllegalArgumentException if they are missing or malformed
   */
  Table training();

  /**
   * Reads the rows to test on.
   *
   * @throws IllegalArgumentException if they are missing or malformed
   */
  Table test();
}

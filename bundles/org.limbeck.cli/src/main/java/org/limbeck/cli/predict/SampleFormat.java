package org.limbeck.cli.predict;

import org.limbeck.datasets.catalog.CommentLines;
import org.limbeck.datasets.catalog.Separator;

/**
 * How a CSV file with samples is written.
 *
 * @param separator what stands between cells: a character, or {@code tab}; empty: what is in the
 *     first line
 * @param comment the character that begins a line to leave aside; empty: none does
 */
record SampleFormat(String separator, String comment) {

  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if one may not stand between cells, or begin a comment
   */
  SampleFormat {
    Separator.require(separator);
    CommentLines.require(comment, separator);
  }
}

package org.limbeck.cli.predict;

import java.util.List;
import java.util.Optional;

/**
 * A sample to classify.
 *
 * @param line the line that it begins on, from 1
 * @param values as the dataset's users write them
 * @param label what stands in the column of the labels; empty if there is none, or it is missing
 */
record Sample(long line, List<String> values, Optional<String> label) {

  /** Copies the values. */
  Sample {
    values = List.copyOf(values);
  }
}

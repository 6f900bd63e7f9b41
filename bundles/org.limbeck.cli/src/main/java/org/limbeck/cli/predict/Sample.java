package org.limbeck.cli.predict;

import java.util.List;

/**
 * A sample to classify.
 *
 * @param line the line that it begins on, from 1
 * @param values as the dataset's users write them
 */
record Sample(long line, List<String> values) {

  /** Copies the values. */
  Sample {
    values = List.copyOf(values);
  }
}

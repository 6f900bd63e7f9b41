package org.limbeck.cli.predict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How samples stand in the lines of a CSV file.
 *
 * @param hasHeader whether the first line is no sample
 * @param names the names of all columns; empty if they have none
 * @param columns how many columns each line has; 0: who classifies the samples checks that
 * @param places the column of each value, from 0; empty if a line holds the values in order
 * @param label the column of the label, from 0; −1 if there is none
 */
record SampleLayout(
    boolean hasHeader, List<String> names, int columns, Optional<int[]> places, int label) {

  /** Returns a layout of lines that hold the values in order, and nothing else. */
  static SampleLayout inOrder(boolean hasHeader, int columns) {
    return new SampleLayout(hasHeader, List.of(), columns, Optional.empty(), -1);
  }

  /** Returns what to call the column of the label. */
  String labelName() {
    return name(label);
  }

  /** Returns what to call the columns that hold neither a value nor the label. */
  List<String> leftAside() {
    return places
        .map(used -> IntStream.of(used).boxed().collect(Collectors.toSet()))
        .map(
            used ->
                IntStream.range(0, columns)
                    .filter(place -> place != label && !used.contains(place))
                    .mapToObj(this::name)
                    .toList())
        .orElse(List.of());
  }

  private String name(int place) {
    return names.isEmpty() || names.get(place).isEmpty()
        ? "column " + (place + 1)
        : "'" + names.get(place) + "'";
  }
}

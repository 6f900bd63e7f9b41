package org.limbeck.cli.predict;

import java.util.List;
import java.util.Optional;
import org.limbeck.datasets.catalog.NameSuggestion;

/**
 * The labels of samples beside the classes that a device knows.
 *
 * @param source what to call their file in messages
 * @param samples the samples
 * @param classNames the classes
 */
record SampleLabels(String source, List<Sample> samples, List<String> classNames) {

  /** Returns whether any is a class: if none is, the column holds something else. */
  boolean areClasses() {
    return samples.stream().flatMap(sample -> sample.label().stream()).anyMatch(this::isClass);
  }

  /** Returns what people should know about labels that are no classes. */
  Optional<String> notice() {
    List<Sample> unknown =
        samples.stream()
            .filter(sample -> sample.label().filter(this::isOther).isPresent())
            .toList();
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    Sample first = unknown.get(0);
    String label = first.label().orElseThrow();
    return Optional.of(
        source
            + ":"
            + first.line()
            + ": the label '"
            + label
            + "' is no class that the device knows; "
            + NameSuggestion.help(label, classNames)
            + "; "
            + (areClasses()
                ? "samples with such labels count as classified wrong: " + unknown.size()
                : "no label is one, and the column is left aside"));
  }

  private boolean isClass(String label) {
    return classNames.contains(label);
  }

  private boolean isOther(String label) {
    return !isClass(label);
  }
}

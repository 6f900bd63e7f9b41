package org.limbeck.cli.predict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a device says about a sample, as {@code limbeck predict --json} writes it.
 *
 * @param file the file of the sample, if it is an image; otherwise null
 * @param line the line of the sample, if it is in a table; otherwise null
 * @param label the most probable class, from 0
 * @param className its name
 * @param trueClass the label of the sample, if it has one; otherwise null
 * @param probability its probability
 * @param softDecisions the probability of every class
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "file",
  "line",
  "class",
  "className",
  "trueClass",
  "probability",
  "softDecisions"
})
record Prediction(
    String file,
    Long line,
    @JsonProperty("class") int label,
    String className,
    String trueClass,
    float probability,
    float[] softDecisions) {

  /**
   * Takes the most probable class of a line, the first of equals.
   *
   * @param trueClass the label of the sample, if it has one
   */
  static Prediction of(
      long line, Optional<String> trueClass, float[] softDecisions, List<String> classNames) {
    return of(null, line, trueClass.orElse(null), softDecisions, classNames);
  }

  /**
   * Takes the most probable class of an image, the first of equals.
   *
   * @param trueClass the class that it is in a folder of, if it is
   */
  static Prediction of(
      Path file, Optional<String> trueClass, float[] softDecisions, List<String> classNames) {
    return of(file.toString(), null, trueClass.orElse(null), softDecisions, classNames);
  }

  /** Returns the file or the line. */
  String place() {
    return file == null ? Long.toString(line) : file;
  }

  private static Prediction of(
      String file, Long line, String trueClass, float[] softDecisions, List<String> classNames) {
    int best = 0;
    for (int k = 1; k < softDecisions.length; k++) {
      if (softDecisions[k] > softDecisions[best]) {
        best = k;
      }
    }
    return new Prediction(
        file, line, best, classNames.get(best), trueClass, softDecisions[best], softDecisions);
  }
}

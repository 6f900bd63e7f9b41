package org.limbeck.cli.predict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * What a device says about a sample, as {@code limbeck predict --json} writes it.
 *
 * @param file the file of the sample, if it is an image; otherwise null
 * @param line the line of the sample, if it is in a table; otherwise null
 * @param label the most probable class, from 0
 * @param className its name
 * @param probability its probability
 * @param softDecisions the probability of every class
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"file", "line", "class", "className", "probability", "softDecisions"})
record Prediction(
    String file,
    Long line,
    @JsonProperty("class") int label,
    String className,
    float probability,
    float[] softDecisions) {

  /** Takes the most probable class of a line, the first of equals. */
  static Prediction of(long line, float[] softDecisions, List<String> classNames) {
    return of(null, line, softDecisions, classNames);
  }

  /** Takes the most probable class of an image, the first of equals. */
  static Prediction of(Path file, float[] softDecisions, List<String> classNames) {
    return of(file.toString(), null, softDecisions, classNames);
  }

  /** Returns the file or the line. */
  String place() {
    return file == null ? Long.toString(line) : file;
  }

  private static Prediction of(
      String file, Long line, float[] softDecisions, List<String> classNames) {
    int best = 0;
    for (int k = 1; k < softDecisions.length; k++) {
      if (softDecisions[k] > softDecisions[best]) {
        best = k;
      }
    }
    return new Prediction(
        file, line, best, classNames.get(best), softDecisions[best], softDecisions);
  }
}

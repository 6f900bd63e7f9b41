package org.limbeck.cli.predict;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What a device says about a sample, as {@code limbeck predict --json} writes it.
 *
 * @param line the line of the sample
 * @param label the most probable class, from 0
 * @param className its name
 * @param probability its probability
 * @param softDecisions the probability of every class
 */
@JsonPropertyOrder({"line", "class", "className", "probability", "softDecisions"})
record Prediction(
    long line,
    @JsonProperty("class") int label,
    String className,
    float probability,
    float[] softDecisions) {

  /** Takes the most probable class, the first of equals. */
  static Prediction of(long line, float[] softDecisions, List<String> classNames) {
    int best = 0;
    for (int k = 1; k < softDecisions.length; k++) {
      if (softDecisions[k] > softDecisions[best]) {
        best = k;
      }
    }
    return new Prediction(line, best, classNames.get(best), softDecisions[best], softDecisions);
  }
}

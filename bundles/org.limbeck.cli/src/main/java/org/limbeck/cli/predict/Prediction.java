package org.limbeck.cli.predict;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a device says about a sample, as {@code limbeck predict --json} writes it.
 *
 * @param line the line of the sample
 * @param label the most probable class, from 0
 * @param probability its probability
 * @param softDecisions the probability of every class
 */
@JsonPropertyOrder({"line", "class", "probability", "softDecisions"})
record Prediction(
    long line, @JsonProperty("class") int label, float probability, float[] softDecisions) {

  /** Takes the most probable class, the first of equals. */
  static Prediction of(long line, float[] softDecisions) {
    int best = 0;
    for (int k = 1; k < softDecisions.length; k++) {
      if (softDecisions[k] > softDecisions[best]) {
        best = k;
      }
    }
    return new Prediction(line, best, softDecisions[best], softDecisions);
  }
}

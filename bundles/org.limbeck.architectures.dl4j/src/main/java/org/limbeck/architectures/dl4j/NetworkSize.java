package org.limbeck.architectures.dl4j;

import java.util.Locale;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.limbeck.api.InputLimits;
import org.limbeck.api.MemoryShare;

/** How many parameters a network has by its description, before there is room for them. */
final class NetworkSize {

  private NetworkSize() {}

  /**
   * Refuses a network that is too large.
   *
   * @throws IllegalArgumentException if it is; the message says what is allowed
   */
  static void require(ComputationGraphConfiguration configuration) {
    long count = 0;
    for (GraphVertex vertex : configuration.getVertices().values()) {
      long parameters = vertex.numParams(true);
      count += parameters;
      if (parameters < 0 || count < 0 || count > InputLimits.NETWORK_PARAMETERS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "has more than %,d parameters, which are the most that are allowed",
                InputLimits.NETWORK_PARAMETERS));
      }
    }
    MemoryShare.ofHeap().require("and its network", Float.BYTES * count);
  }
}

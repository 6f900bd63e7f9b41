package org.limbeck.api.aggregation;

import java.util.List;
import org.limbeck.api.topology.Graph;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How a device combines its own soft decisions with what its neighbours publish. Offered as a
 * service with {@link AggregationRulePlugin}. Stateless and safe for use by several threads at
 * once; the state of a device is its {@link Estimate}.
 */
@ConsumerType
public interface AggregationRule {

  /**
   * Opens the estimate of one device, with no row exchanged yet.
   *
   * @param rows the number of reference rows R, at least 1
   * @param classes the number of classes K, at least 2
   */
  Estimate open(int rows, int classes);

  /**
   * Returns whether, with symmetric weights, mixing keeps the sum of all devices' estimates equal
   * to the sum of the soft decisions that they injected last.
   */
  boolean conservesSum();

  /**
   * Returns whether a target is a linear combination of what devices said, with coefficients that
   * do not depend on how large it is: whoever speaks with twice the weight then counts twice, see
   * {@link org.limbeck.api.weighting.Weighting}. Rules that conserve the sum are linear.
   */
  default boolean isLinear() {
    return conservesSum();
  }

  /**
   * Returns what this rule assumes of a communication graph and this one does not have, a sentence
   * each: for warnings before a run.
   */
  default List<String> concerns(Graph graph) {
    return List.of();
  }
}

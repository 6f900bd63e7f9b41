package org.limbeck.api.weighting;

import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How much a device's word counts, row by row and class by class. A soft decision sums to 1; a
 * device that multiplies it by weights injects what carries its weight in its sum, and where the
 * mean of all devices has weights in it, its shares are the weighted mean. Codecs, topologies and
 * aggregation rules need not know of it. Offered as a service with {@link WeightingPlugin}.
 * Stateless and safe for use by several threads at once; what it knows of a device is in its {@link
 * DecisionWeights}.
 */
@ConsumerType
public interface Weighting {

  /**
   * Opens the weights of one device; again whenever its private rows have changed.
   *
   * @param rows the private rows of the device, perhaps none
   * @param reference the reference rows
   * @param classes the number of classes K, at least 2
   */
  DecisionWeights open(LabelledRows rows, ReferenceDataset reference, int classes);

  /** Returns whether all weights are 1, so that none need be opened. */
  default boolean isUniform() {
    return false;
  }

  /**
   * Returns whether devices tell each other a {@linkplain DecisionWeights#profile profile}. All of
   * them must tell one, or none.
   */
  default boolean tellsProfile() {
    return false;
  }

  /**
   * Returns whether what a device says depends on its private rows in other ways than through its
   * model. With differential privacy, such a weighting is refused: the guarantee does not cover it.
   */
  default boolean readsPrivateRows() {
    return true;
  }

  /**
   * Returns the most that a weight can be, 1 to 64. The engine scales down what a device injects
   * where the absolute values of a row sum to more, so that a device that lies can claim no more;
   * where the aggregation rule takes what neighbours say for their soft decisions, and not for an
   * estimate of the mean, it scales down what they claim as well.
   */
  default float most() {
    return 8;
  }
}

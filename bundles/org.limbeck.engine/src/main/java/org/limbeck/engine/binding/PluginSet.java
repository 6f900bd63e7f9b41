package org.limbeck.engine.binding;

import java.util.List;
import java.util.Optional;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.attack.Attack;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.transport.Transport;
import org.limbeck.api.weighting.Weighting;

/**
 * The services that the rounds of a run work with: a snapshot that never changes.
 *
 * @param architectures the architecture of each device
 * @param attacks how each device lies; empty for one that is honest
 */
public record PluginSet(
    PrivateDataset data,
    Partition partition,
    ReferenceDataset reference,
    Topology topology,
    AggregationRule aggregation,
    Weighting weighting,
    Codec codec,
    Transport transport,
    Algorithm algorithm,
    List<Architecture> architectures,
    List<Optional<Attack>> attacks) {

  /** Copies the lists. */
  public PluginSet {
    architectures = List.copyOf(architectures);
    attacks = List.copyOf(attacks);
  }

  /**
   * Returns the number of rows of an estimate: one for every reference row, and one more where
   * devices tell each other a profile.
   */
  public int estimateRows() {
    return reference.rows() + (weighting.tellsProfile() ? 1 : 0);
  }

  /**
   * Returns whether a codec loses too much for what devices exchange: a tracked estimate, or
   * weights.
   */
  public boolean isTooCoarse(Codec other) {
    return !other.codesDifferences()
        && (aggregation.conservesSum() || algorithm.exchangesWeights());
  }
}

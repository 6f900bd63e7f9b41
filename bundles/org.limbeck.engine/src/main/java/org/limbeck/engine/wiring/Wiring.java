package org.limbeck.engine.wiring;

import java.util.List;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.transport.Transport;

/**
 * The services that the rounds of a run work with: a snapshot that never changes.
 *
 * @param architectures the architecture of each device
 */
public record Wiring(
    PrivateDataset data,
    Partition partition,
    ReferenceDataset reference,
    Topology topology,
    AggregationRule aggregation,
    Codec codec,
    Transport transport,
    Algorithm algorithm,
    List<Architecture> architectures) {

  /** Copies the list. */
  public Wiring {
    architectures = List.copyOf(architectures);
  }
}

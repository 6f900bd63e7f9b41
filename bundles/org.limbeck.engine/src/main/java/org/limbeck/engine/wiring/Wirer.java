package org.limbeck.engine.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;

/**
 * Holds the services of a run: one for each distinct plug-in and options, however many devices
 * share it. Used by one thread at a time.
 */
public final class Wirer implements AutoCloseable {
  private final Leases leases;
  private final Map<PluginChoice, ServiceLease> held = new HashMap<>();

  /** Makes a wirer that holds nothing yet. */
  public Wirer(Leases leases) {
    this.leases = leases;
  }

  /** Returns the services that an experiment asks for. */
  public Wiring wire(Experiment experiment) {
    List<Architecture> architectures = new ArrayList<>();
    experiment
        .devices()
        .forEach(device -> architectures.add(service(device.architecture(), Architecture.class)));
    return new Wiring(
        service(experiment.plugin(Kind.DATA), PrivateDataset.class),
        service(experiment.plugin(Kind.PARTITION), Partition.class),
        service(experiment.plugin(Kind.REFERENCE), ReferenceDataset.class),
        service(experiment.plugin(Kind.TOPOLOGY), Topology.class),
        service(experiment.plugin(Kind.AGGREGATION), AggregationRule.class),
        service(experiment.plugin(Kind.CODEC), Codec.class),
        service(experiment.plugin(Kind.TRANSPORT), Transport.class),
        service(experiment.plugin(Kind.ALGORITHM), Algorithm.class),
        architectures);
  }

  /** Returns the service of a plug-in. */
  public <T> T service(PluginChoice choice, Class<T> type) {
    return type.cast(held.computeIfAbsent(choice, leases::lease).service());
  }

  /** Gives all services back. */
  @Override
  public void close() {
    held.values().forEach(ServiceLease::close);
    held.clear();
  }
}

package org.limbeck.engine.binding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.osgi.framework.Bundle;

/**
 * Holds the services of a run: one for each distinct plug-in and options, however many devices
 * share it. Used by one thread at a time.
 */
public final class PluginBinder implements AutoCloseable {
  private final Function<PluginChoice, ServiceLease> services;
  private final SigningPolicy signing;
  private final Map<PluginChoice, ServiceLease> held = new HashMap<>();

  /** Makes a binder that holds nothing yet. */
  public PluginBinder(PluginServices services, SigningPolicy signing) {
    this(services::lease, signing);
  }

  PluginBinder(Function<PluginChoice, ServiceLease> services, SigningPolicy signing) {
    this.services = services;
    this.signing = signing;
  }

  /**
   * Returns the services that an experiment asks for; those held already are not taken anew.
   *
   * @throws org.limbeck.experiment.InvalidInputException if one is missing, the private data and
   *     the reference data have other features, or frames may not go where the transport carries
   *     them
   */
  public PluginSet bind(Experiment experiment) {
    List<Architecture> architectures = new ArrayList<>();
    List<Optional<Attack>> attacks = new ArrayList<>();
    for (DeviceSpec device : experiment.devices()) {
      architectures.add(service(device.architecture(), Architecture.class));
      attacks.add(device.attack().map(choice -> service(choice, Attack.class)));
    }
    PluginChoice transport = experiment.plugin(PluginKind.TRANSPORT);
    signing.require(transport, service(transport, Transport.class));
    PrivateDataset data = service(experiment.plugin(PluginKind.DATA), PrivateDataset.class);
    PluginChoice reference = experiment.plugin(PluginKind.REFERENCE);
    return new PluginSet(
        data,
        service(experiment.plugin(PluginKind.PARTITION), Partition.class),
        MatchedReference.of(reference, data, service(reference, ReferenceDataset.class)),
        service(experiment.plugin(PluginKind.TOPOLOGY), Topology.class),
        service(experiment.plugin(PluginKind.AGGREGATION), AggregationRule.class),
        service(experiment.plugin(PluginKind.WEIGHTING), Weighting.class),
        service(experiment.plugin(PluginKind.CODEC), Codec.class),
        service(transport, Transport.class),
        service(experiment.plugin(PluginKind.ALGORITHM), Algorithm.class),
        architectures,
        attacks);
  }

  /** Returns the service of a plug-in. */
  public <T> T service(PluginChoice choice, Class<T> type) {
    ServiceLease lease = held.get(choice);
    if (lease == null) {
      lease = services.apply(choice);
      held.put(choice, lease);
    }
    return type.cast(lease.taken().service());
  }

  /** Returns the choices whose service has gone, or has been replaced by another. */
  public List<PluginChoice> stale() {
    List<PluginChoice> stale = new ArrayList<>();
    held.forEach(
        (choice, lease) -> {
          if (!lease.isCurrent()) {
            stale.add(choice);
          }
        });
    return stale;
  }

  /** Returns the versions of the bundles whose services were taken for some choices. */
  public Map<PluginChoice, String> versions(List<PluginChoice> choices) {
    Map<PluginChoice, String> versions = new LinkedHashMap<>();
    choices.forEach(choice -> versions.put(choice, held.get(choice).taken().version()));
    return versions;
  }

  /** Returns whether any service held comes from one of some bundles. */
  public boolean usesAny(Collection<Bundle> bundles) {
    return held.values().stream()
        .anyMatch(lease -> lease.bundle().filter(bundles::contains).isPresent());
  }

  /**
   * Takes the services that are offered now for the stale choices.
   *
   * @return closed without being kept, it takes that back
   * @throws org.limbeck.experiment.InvalidInputException if there is none, with the reason; then
   *     none was taken
   */
  public ServiceTrial renew() {
    Map<ServiceLease, ServiceLease.Taken> before = new LinkedHashMap<>();
    ServiceTrial trial = new ServiceTrial(() -> {}, () -> before.forEach(ServiceLease::goBackTo));
    try {
      for (PluginChoice choice : stale()) {
        ServiceLease lease = held.get(choice);
        before.put(lease, lease.taken());
        lease.renew();
      }
      return trial;
    } catch (RuntimeException e) {
      trial.close();
      throw e;
    }
  }

  /**
   * Makes the service of a choice anew, beside the one that is held.
   *
   * @return closed without being kept, it takes that back
   * @throws org.limbeck.experiment.InvalidInputException if it cannot be made; then the one before
   *     is still held
   */
  public ServiceTrial replace(PluginChoice choice) {
    ServiceLease latter = services.apply(choice);
    ServiceLease former = held.put(choice, latter);
    return new ServiceTrial(
        former::close,
        () -> {
          held.put(choice, former);
          latter.close();
        });
  }

  /** Gives back the services that an experiment does not ask for. */
  public void retain(Experiment experiment) {
    Set<PluginChoice> wanted = new HashSet<>(experiment.choices());
    held.entrySet()
        .removeIf(
            entry -> {
              boolean unwanted = !wanted.contains(entry.getKey());
              if (unwanted) {
                entry.getValue().close();
              }
              return unwanted;
            });
  }

  /** Gives all services back. */
  @Override
  public void close() {
    held.values().forEach(ServiceLease::close);
    held.clear();
  }
}

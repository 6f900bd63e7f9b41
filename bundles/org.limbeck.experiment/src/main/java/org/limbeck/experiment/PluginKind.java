package org.limbeck.experiment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.attack.Attack;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.observer.ObserverFactory;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.transport.Transport;
import org.limbeck.api.weighting.Weighting;

/** The kinds of plug-ins, in the order of an experiment file. */
public enum PluginKind {
  /** The labelled rows of the experiment. */
  DATA(PrivateDataset.class),
  /** How these are divided among the devices. */
  PARTITION(Partition.class),
  /** The public, unlabelled rows. */
  REFERENCE(ReferenceDataset.class),
  /** Who talks to whom. */
  TOPOLOGY(Topology.class),
  /** How soft decisions are combined. */
  AGGREGATION(AggregationRule.class),
  /** How much each of them counts. */
  WEIGHTING(Weighting.class),
  /** How they are written as bytes. */
  CODEC(Codec.class),
  /** What carries the bytes. */
  TRANSPORT(Transport.class),
  /** What devices do in a round. */
  ALGORITHM(Algorithm.class),
  /** The models; every device has its own. */
  ARCHITECTURE(Architecture.class),
  /** How adversaries lie; an experiment need not have any. */
  ATTACK(Attack.class),
  /** What writes the run down elsewhere; an experiment need not have any. */
  OBSERVER(ObserverFactory.class);

  private final Class<?> service;

  PluginKind(Class<?> service) {
    this.service = service;
  }

  /**
   * Returns the word for this kind in experiment files and capabilities, such as {@code topology}.
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the interface that plug-ins of this kind implement. */
  public Class<?> service() {
    return service;
  }

  /**
   * Returns whether every experiment has one plug-in of this kind, which all its devices share.
   * Otherwise devices have their own, or there may be none.
   */
  public boolean isShared() {
    return this != ARCHITECTURE && isRequired();
  }

  /** Returns whether no experiment can run without a plug-in of this kind. */
  public boolean isRequired() {
    return this != ATTACK && this != OBSERVER;
  }

  /** Returns the capability namespace in which bundles offer plug-ins of this kind. */
  public String namespace() {
    return "limbeck." + key();
  }

  /** Returns the words of all kinds, in the order of an experiment file. */
  public static Stream<String> keys() {
    return Stream.of(values()).map(PluginKind::key);
  }

  /** Returns the kind of a {@linkplain #key word}. */
  public static Optional<PluginKind> ofKey(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  /** Returns the kind whose plug-ins implement the interface of this name. */
  public static Optional<PluginKind> ofService(String interfaceName) {
    return Stream.of(values()).filter(k -> k.service.getName().equals(interfaceName)).findFirst();
  }
}

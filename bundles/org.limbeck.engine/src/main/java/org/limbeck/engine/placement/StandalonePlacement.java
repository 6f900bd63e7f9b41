package org.limbeck.engine.placement;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.neighbours.DiscoveredNeighbours;
import org.limbeck.engine.neighbours.NeighbourSource;
import org.limbeck.exchange.discovery.PeerDirectory;
import org.limbeck.exchange.discovery.PeerPresence;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.endpoint.WaitingMemory;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.experiment.Experiment;

/**
 * One device lives on its own, with neighbours that others run. It has data of its own, which may
 * grow; others know the seed, and must not know what it draws from it; and rounds that it forgets
 * when it is killed have been seen by others all the same.
 */
public final class StandalonePlacement implements DevicePlacement {
  private final long secret = new SecureRandom().nextLong();
  private final List<String> named;
  private final Optional<KeyRing> keys;
  private final DiscoveredNeighbours neighbours;

  /**
   * Places a device.
   *
   * @param experiment its experiment, of which it is the only device
   * @param named the ids of its neighbours; none to let the topology choose
   * @param timeout how long a neighbour that has vanished is waited for
   */
  public StandalonePlacement(
      Experiment experiment,
      PluginSet pluginSet,
      List<String> named,
      Optional<KeyRing> keys,
      Duration timeout) {
    this.named = List.copyOf(named);
    this.keys = keys;
    this.neighbours =
        new DiscoveredNeighbours(
            device -> directory(device, experiment, pluginSet, timeout),
            named,
            pluginSet.topology(),
            experiment.mixing(),
            new RandomStreams(experiment.seed()));
  }

  private static PeerDirectory directory(
      DeviceRuntime device, Experiment experiment, PluginSet pluginSet, Duration timeout) {
    return new PeerDirectory(
        device.endpoint().inbox().announcements(),
        device.endpoint().link(),
        device.endpoint().announcer(),
        device.endpoint().quarantine(),
        ExperimentFingerprint.of(device, experiment, pluginSet),
        timeout,
        System::nanoTime);
  }

  @Override
  public List<Integer> places(int devices) {
    return List.of(0);
  }

  /** Where neighbours are named, the device needs to hear of nobody else. */
  @Override
  public Endpoint endpoint(Transport transport, String device, int n) {
    RefusalLog log = new RefusalLog();
    return named.isEmpty()
        ? Endpoint.open(transport, device, keys, log)
        : Endpoint.open(transport, device, keys, log, new WaitingMemory(), Set.copyOf(named));
  }

  @Override
  public PeerPresence presence(Endpoint endpoint) {
    return endpoint.inbox().announcements()::presence;
  }

  @Override
  public Optional<KeyRing> keys() {
    return keys;
  }

  @Override
  public RandomStreams ownStreams(long seed) {
    return new RandomStreams(seed ^ secret);
  }

  /** The graph of the experiment has one device. */
  @Override
  public Graph graph(Supplier<Graph> drawn) {
    return new Graph(1, List.of());
  }

  @Override
  public NeighbourSource neighbours(NeighbourSource ofTopology) {
    return neighbours;
  }

  @Override
  public boolean ownsData() {
    return true;
  }

  @Override
  public void leave() {
    neighbours.leave();
  }

  @Override
  public long roundsAtRisk(long interval) {
    return interval;
  }

  /** A device that is killed must know later that it has lived: its privacy counts on it. */
  @Override
  public boolean savesAtOnce() {
    return true;
  }

  /** Rounds that the device does not remember would not be counted against its privacy. */
  @Override
  public boolean goesOnUnsaved(Training training) {
    return training.privacy().isEmpty();
  }
}

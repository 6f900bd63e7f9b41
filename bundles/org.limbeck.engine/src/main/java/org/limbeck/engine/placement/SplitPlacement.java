package org.limbeck.engine.placement;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.neighbours.NeighbourSource;
import org.limbeck.engine.neighbours.QuarantiningNeighbours;
import org.limbeck.exchange.discovery.PeerPresence;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.exchange.startup.StartBarrier;
import org.limbeck.exchange.startup.StartException;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

/**
 * Some devices of an experiment live in this process, and the others in other processes. All begin
 * together; where devices wait for each other, they also go on together, from a round that all have
 * a checkpoint of.
 */
public final class SplitPlacement implements DevicePlacement {
  private final List<Integer> places;
  private final PluginChoice transport;
  private final boolean inStep;
  private final Optional<KeyRing> keys;
  private final Duration timeout;
  private final RefusalLog log = new RefusalLog();

  /** None where the transport does not leave this process: devices must not exchange then. */
  private final Optional<StartBarrier> barrier;

  /**
   * Places some devices, and opens their endpoints.
   *
   * @param places their places in the experiment, from 0
   * @param rounds the rounds that they can go on from
   * @param timeout how long devices of other processes are waited for
   * @throws InvalidInputException if there are no such devices, the experiment has swaps, or the
   *     transport refuses
   */
  public SplitPlacement(
      Experiment experiment,
      PluginSet pluginSet,
      List<Integer> places,
      Optional<KeyRing> keys,
      List<Long> rounds,
      Duration timeout) {
    this.places = valid(places, experiment.devices().size());
    this.transport = experiment.plugin(PluginKind.TRANSPORT);
    this.inStep = experiment.pace() == ExecutionMode.LOCK_STEP;
    this.keys = keys;
    this.timeout = timeout;
    if (!experiment.swaps().isEmpty()) {
      throw PluginErrors.about(
          transport,
          "an experiment whose devices are in several processes stays as it is: take out swaps");
    }
    this.barrier =
        pluginSet.transport().isImmediate()
            ? Optional.empty()
            : Optional.of(
                PluginErrors.blaming(
                    transport,
                    () ->
                        new StartBarrier(
                            pluginSet.transport(),
                            experiment.deviceIds(),
                            this.places,
                            ExperimentFingerprint.of(experiment, pluginSet, rounds),
                            keys,
                            log)));
  }

  /**
   * Returns the places of devices in ascending order.
   *
   * @param devices how many devices there are
   * @throws InvalidInputException if there is none at some place
   */
  public static List<Integer> valid(List<Integer> places, int devices) {
    for (int place : places) {
      if (place < 0 || place >= devices) {
        throw new InvalidInputException(
            new Origin("--devices", 0, ""),
            "the experiment has no device " + place + "; it has 0 to " + (devices - 1));
      }
    }
    return places.stream().distinct().sorted().toList();
  }

  @Override
  public List<Integer> places(int devices) {
    return places;
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  @Override
  public Endpoint endpoint(Transport of, String device, int n) {
    return barrier
        .map(all -> all.endpoint(n))
        .orElseGet(() -> Endpoint.open(of, device, keys, log));
  }

  /** One endpoint of this process hears of all. */
  @Override
  public PeerPresence presence(Endpoint endpoint) {
    return barrier.<PeerPresence>map(all -> all::presence).orElse(PeerPresence.ALWAYS);
  }

  @Override
  public Optional<KeyRing> keys() {
    return keys;
  }

  @Override
  public NeighbourSource neighbours(NeighbourSource ofTopology) {
    return inStep || barrier.isEmpty() || ofTopology.isTimeVarying()
        ? ofTopology
        : new QuarantiningNeighbours(ofTopology);
  }

  @Override
  public void requireReachable(boolean exchanges) {
    if (barrier.isEmpty() && exchanges) {
      throw PluginErrors.about(
          transport,
          "it does not leave this process, and the other devices are elsewhere: use mqtt");
    }
  }

  @Override
  public void requireSwappable(String by) {
    throw new InvalidInputException(
        new Origin(by, 0, ""),
        "an experiment whose devices are in several processes stays as it is");
  }

  @Override
  public void begin(Optional<Graph> graph) throws InterruptedException {
    if (barrier.isPresent()) {
      gather(barrier.get(), graph);
    }
  }

  @Override
  public long agree(Optional<Graph> graph, long latest) {
    if (barrier.isEmpty()) {
      return latest;
    }
    if (!inStep) {
      barrier.get().join(graph);
      return latest;
    }
    try {
      return gather(barrier.get(), graph);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the other parts");
    }
  }

  private long gather(StartBarrier all, Optional<Graph> graph) throws InterruptedException {
    try {
      return all.gather(graph, timeout);
    } catch (StartException e) {
      throw PluginErrors.about(transport, e.getMessage());
    }
  }

  /** Where nobody waits, a part that is resumed alone goes on among the others. */
  @Override
  public Optional<String> run() {
    return barrier.flatMap(all -> inStep ? all.agreedRun() : Optional.of(all.experiment()));
  }

  /** Who is slow ends with the others, where nobody waits. */
  @Override
  public boolean isOver() {
    return !inStep && barrier.filter(StartBarrier::othersHaveFinished).isPresent();
  }

  @Override
  public void finish(Runnable answering) {
    if (barrier.isPresent()) {
      barrier.get().finish();
      if (inStep) {
        barrier.get().awaitEnd(answering, timeout);
      }
    }
  }

  /** A checkpoint is kept for as long as another process may need the one of its round. */
  @Override
  public void keep(CheckpointFolder folder, Checkpoint checkpoint) throws IOException {
    if (barrier.isEmpty() || !inStep) {
      folder.save(checkpoint);
      return;
    }
    folder.write(checkpoint);
    barrier.get().announce(folder.rounds());
    folder.clear(barrier.get().common(folder.rounds()));
  }

  @Override
  public void close() {
    barrier.ifPresent(StartBarrier::close);
  }
}

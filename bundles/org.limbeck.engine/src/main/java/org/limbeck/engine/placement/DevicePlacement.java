package org.limbeck.engine.placement;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.neighbours.NeighbourSource;
import org.limbeck.exchange.discovery.PeerPresence;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.exchange.security.KeyRing;

/**
 * Where the devices of a run live, and all that follows from it. What this interface says by itself
 * holds for devices that are all in one process. Used by one thread at a time.
 */
public sealed interface DevicePlacement extends AutoCloseable
    permits InProcessPlacement, SplitPlacement, StandalonePlacement {

  /**
   * Returns the places of the devices that run in this process, in ascending order.
   *
   * @param devices how many devices the experiment has
   */
  List<Integer> places(int devices);

  /** Returns whether no device of the experiment runs in another process. */
  default boolean isWhole() {
    return true;
  }

  /**
   * Opens the endpoint of a device.
   *
   * @param n its place
   * @throws org.limbeck.experiment.InvalidInputException if the transport refuses
   */
  Endpoint endpoint(Transport transport, String device, int n);

  /** Returns what tells which devices can hear the one at an endpoint. */
  default PeerPresence presence(Endpoint endpoint) {
    return PeerPresence.ALWAYS;
  }

  /** Returns the keys that frames are signed and checked with; empty if they are not. */
  Optional<KeyRing> keys();

  /** Returns the random streams that a device draws from for itself. */
  default RandomStreams ownStreams(long seed) {
    return new RandomStreams(seed);
  }

  /** Returns the communication graph of the experiment's devices, which may have to be drawn. */
  default Graph graph(Supplier<Graph> drawn) {
    return drawn.get();
  }

  /** Returns whom devices exchange with where the topology says this. */
  default NeighbourSource neighbours(NeighbourSource ofTopology) {
    return ofTopology;
  }

  /**
   * Returns whether a device has all rows of its private dataset, whose number may grow, and not a
   * share of them.
   */
  default boolean ownsData() {
    return false;
  }

  /**
   * Checks that this process reaches the others, if devices exchange anything.
   *
   * @throws org.limbeck.experiment.InvalidInputException if it does not
   */
  default void requireReachable(boolean exchanges) {}

  /**
   * Checks that plug-ins can be swapped.
   *
   * @param by who asks
   * @throws org.limbeck.experiment.InvalidInputException if they cannot
   */
  default void requireSwappable(String by) {}

  /**
   * Waits until the devices of other processes can begin.
   *
   * @param graph who is whose neighbour; empty where that varies with time
   * @throws org.limbeck.experiment.InvalidInputException if some do not come, or do not fit
   */
  default void begin(Optional<Graph> graph) throws InterruptedException {}

  /**
   * Agrees with other processes on the round to go on from.
   *
   * @param graph who is whose neighbour; empty where that varies with time
   * @param latest the round of the latest checkpoint here
   * @return that round, or one before that all have a checkpoint of; 0 to begin anew
   * @throws java.util.concurrent.CancellationException if this thread is interrupted meanwhile
   */
  default long agree(Optional<Graph> graph, long latest) {
    return latest;
  }

  /**
   * Returns what identifies the run that devices of several processes have in common, once it is
   * known: frames of another one are refused. Empty where frames leave no process, or nobody agrees
   * on a run.
   */
  default Optional<String> run() {
    return Optional.empty();
  }

  /** Returns whether there is nothing left to do, as all others have ended. */
  default boolean isOver() {
    return false;
  }

  /**
   * Tells others that the devices of this process have done all their rounds, and lets them answer
   * as long as others may miss something.
   */
  default void finish(Runnable answering) {}

  /** Tells others that the devices of this process go, whether they have finished or not. */
  default void leave() {}

  /** Writes a checkpoint, and deletes those that nobody needs any more. */
  default void keep(CheckpointFolder folder, Checkpoint checkpoint) throws IOException {
    folder.save(checkpoint);
  }

  /**
   * Returns how many rounds after a checkpoint count for what private rows have revealed, since
   * others may have seen them though they get lost here.
   *
   * @param interval rounds between two checkpoints
   */
  default long roundsAtRisk(long interval) {
    return 0;
  }

  /** Returns whether a checkpoint is made as soon as devices are there. */
  default boolean savesAtOnce() {
    return false;
  }

  /** Returns whether a run goes on if a checkpoint on its way cannot be written. */
  default boolean goesOnUnsaved(Training training) {
    return false;
  }

  /** Closes the endpoints that are not closed with their devices. */
  @Override
  default void close() {}
}

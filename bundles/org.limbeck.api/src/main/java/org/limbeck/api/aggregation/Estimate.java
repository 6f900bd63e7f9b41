package org.limbeck.api.aggregation;

import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.Stateful;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One device's estimate z of the network-wide mean of the soft decisions, R rows of K values. In a
 * round it is called in this order, for the rows of the round's reference batch only: {@link
 * #inject}, {@link #publish}, {@link #mix}; then {@link #read}. The ids of a block are the
 * reference rows. Used by one thread at a time.
 */
@ConsumerType
public interface Estimate extends Stateful {

  /**
   * Takes in the device's own soft decisions ŝ.
   *
   * @param decisions rows of K values
   */
  void inject(Block decisions);

  /**
   * Writes what the neighbours may see. Changes nothing.
   *
   * @param out names rows by its ids and receives their values
   */
  void publish(Block out);

  /**
   * Moves the estimate towards what the neighbours published. Rows that were mixed count as
   * exchanged from then on.
   *
   * @param own the device's own public copy ẑ of the rows
   * @param peers the neighbours in ascending order, with their public copies of the same rows in
   *     the same order
   * @param gamma γ, the mixing step that the codec allows, above 0 and at most 1
   */
  void mix(Block own, List<Peer> peers, float gamma);

  /**
   * Reads the estimate of one row as it is: it need not lie on the probability simplex.
   *
   * @param row the reference row
   * @param into receives K values at {@code offset}, if the row was ever exchanged
   * @return false if the row was never exchanged: it is no target, and {@code into} stays as it is
   */
  boolean read(int row, float[] into, int offset);

  /**
   * Returns whether devices tell each other a profile, which this estimate injects by itself: an
   * algorithm then exchanges the row that follows the last reference row with those of every
   * exchange. See {@link org.limbeck.api.weighting.DecisionWeights#profile}.
   */
  default boolean tellsProfile() {
    return false;
  }

  /**
   * Takes back all that ever came from, or went to, a device that has left or died, so that what
   * the others know of the sum stays right without it. Called between two rounds, once for every
   * device that goes, whether it was a neighbour or not.
   *
   * @param peer the device's id
   */
  default void leave(String peer) {}

  /**
   * Reads what has come from a peer so far, net of what went to it: γ w_nm (ẑ_m − ẑ_n), summed over
   * all that was mixed. An estimate that keeps nothing of this kind leaves zeros.
   *
   * @param peer the peer's id
   * @param out names rows by its ids and receives their values
   */
  default void readFlow(String peer, Block out) {
    Arrays.fill(out.values(), 0, out.rows() * out.width(), 0);
  }

  /**
   * Replaces what has come from a peer so far, where the two ends of an edge have come apart: one
   * of them goes on from the opposite of what the other one says. Rows that are not named become
   * zero.
   *
   * @param peer the peer's id
   * @param flow rows of K values
   */
  default void replaceFlow(String peer, Block flow) {}
}

package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Stateful;

/**
 * What sets algorithms apart whose devices send soft decisions to a server and distil from its
 * answer: which rows are asked for, which of them a device speaks of, and what becomes of their
 * mean. The part of one device; keeps nothing between rounds unless it says so.
 *
 * <p>A server would make the targets of the mean and send these. Here it sends the mean, in no
 * fewer bytes, and all devices make the same targets of it.
 */
interface ConsensusRule extends Stateful {
  /** The shared stream by which the rows of an exchange are drawn. */
  String STREAM = "reference-batch";

  /**
   * Makes a target of a mean soft decision, in place.
   *
   * @param values has the mean of those devices that have sent the row, on the probability simplex,
   *     at {@code offset}; receives a point of the simplex
   * @return false if the row is no target
   */
  boolean aggregate(float[] values, int offset);

  /**
   * Narrows the rows of an exchange down to those that devices are asked for. The same on all
   * devices, and asked for any round.
   *
   * @param round a round with an exchange
   * @param ids the rows that were drawn; receives those to ask for at its beginning
   * @param drawn how many were drawn
   * @return how many to ask for
   */
  default int request(long round, int[] ids, int drawn) {
    return drawn;
  }

  /** Returns whether the device sends its decisions on a row that is asked for. */
  default boolean answers(int row) {
    return true;
  }

  /** Adds what is known from earlier exchanges to the consensus of a round. */
  default void complete(long round, ServerConsensus consensus) {}

  @Override
  default void save(DataOutput out) throws IOException {}

  @Override
  default void restore(DataInput in) throws IOException {}
}

package org.limbeck.api.algorithm;

import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A table of values that a device and its neighbours keep copies of, brought up to date by encoded
 * differences. Whatever the codec loses, all who hold the copy of a device hold the same bits of
 * it, the device itself included. Used by one thread at a time; the blocks it returns are lent
 * until the next call.
 */
@ProviderType
public interface Channel {

  /**
   * Returns whether to send in a round: always, where devices are in step; otherwise not while too
   * much of what was sent before is still under way. Asked once, before {@link #send}, in each
   * round in which values are due.
   *
   * @param round the round
   */
  default boolean opens(long round) {
    return true;
  }

  /**
   * Returns whether to inject fresh decisions on a row before the estimate of it is sent: always,
   * where devices are in step; otherwise not before a neighbour has answered the former ones, as a
   * device would follow its own changes instead of all others'.
   *
   * @param row a row of the round
   */
  default boolean takes(int row) {
    return true;
  }

  /**
   * Encodes the difference between the values and this device's own public copy of them, adds what
   * a receiver will decode to that copy, and sends the bytes to all neighbours.
   *
   * @param round the round; the ids of {@code values} are the rows it selects, in that order
   * @param values finite values
   * @throws IllegalArgumentException if a value is not finite or the rows are not those of the
   *     round
   */
  void send(long round, Block values);

  /** Returns this device's own public copy of the rows of a round, in their order. */
  Block own(long round);

  /** Returns the neighbours in ascending order, with their public copies of the rows of a round. */
  List<Peer> peers(long round);

  /** Returns γ, the mixing step that the codec allows. */
  float gamma();

  /**
   * Mixes this device's estimate with what the neighbours have published, once a round in which
   * values were due: all of them at once, where devices are in step; otherwise whatever has
   * arrived, edge by edge.
   *
   * @param round the round
   * @param estimate the estimate whose values are sent
   */
  default void mix(long round, Estimate estimate) {
    estimate.mix(own(round), peers(round), gamma());
  }
}

package org.limbeck.api.algorithm;

import org.limbeck.api.Block;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A device's channel to a server that averages what all devices send it in a round and sends them
 * the mean. Both ways are encoded as differences to the mean that was sent before. Used by one
 * thread at a time; the blocks it returns are lent until the next call.
 */
@ProviderType
public interface ServerChannel {

  /**
   * Sends values to the server, while a round begins. The mean of a row is that of those devices
   * which have sent it: a device may leave out rows, or send nothing at all.
   *
   * @param round the round
   * @param values finite values; their ids are all or some of the rows that the round selects, in
   *     that order
   * @throws IllegalArgumentException if a value is not finite or the rows are not those of the
   *     round
   */
  void send(long round, Block values);

  /**
   * Holds values ready, while a round begins, which the server asks for if it needs them. If others
   * send it values, it asks one after the other of those that offer some, as long as the mean of
   * what it has is too far from what it has sent to all devices last. If it does without any of
   * them, its answer goes only to those whose values it has, and what all know of the mean stays as
   * it was. Values that are asked for count as sent.
   *
   * @param round the round
   * @param values finite values for all rows that the round selects, in that order
   * @param tolerance how far the mean may be: the squared L2 distance
   * @param most if so many devices send values, all that offer some are asked
   * @throws IllegalArgumentException if a value is not finite or the rows are not those of the
   *     round
   */
  void offer(long round, Block values, double tolerance, int most);

  /** Returns whose values the mean of a round is of, while the round finishes. */
  Heard heard(long round);

  /**
   * Returns the weighted mean of what the devices sent, as the server has encoded it, while the
   * round finishes: those of the rows that the round selects which any device has sent, in that
   * order.
   */
  Block mean(long round);

  /** Returns how many devices share the server, once all of them have joined. */
  int devices();

  /** Returns the place of this device among them in the ascending order of their ids, from 0. */
  int place();
}

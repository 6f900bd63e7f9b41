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
   * Sends values to the server, while a round begins.
   *
   * @param round the round; the ids of {@code values} are the rows it selects, in that order
   * @param values finite values
   * @throws IllegalArgumentException if a value is not finite or the rows are not those of the
   *     round
   */
  void send(long round, Block values);

  /**
   * Returns the weighted mean of what the devices sent, as the server has encoded it, while the
   * round finishes: the rows that the round selects, in that order.
   */
  Block mean(long round);
}

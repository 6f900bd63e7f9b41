package org.limbeck.api.algorithm;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The rows that the frames of a round speak of: a function of the round that all devices share, so
 * that the choice costs no bytes. Used by one thread at a time.
 */
@ConsumerType
@FunctionalInterface
public interface RowSelection {

  /**
   * Writes the distinct ids of the rows of {@code round}.
   *
   * @param round the number of the round
   * @param ids receives the ids; as long as the channel has rows
   * @return how many there are; 0 in a round in which nothing is sent
   */
  int select(long round, int[] ids);
}

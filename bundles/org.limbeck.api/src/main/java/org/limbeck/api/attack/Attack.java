package org.limbeck.api.attack;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How an adversary lies: what it passes off as its soft decisions. It keeps to the protocol
 * otherwise. Offered as a service with {@link AttackPlugin}. Stateless and safe for use by several
 * threads at once.
 */
@ConsumerType
public interface Attack {

  /**
   * Replaces what the adversary's model has decided by what the adversary claims.
   *
   * @param decisions rows of K values, each on the probability simplex; the values are replaced,
   *     and what takes their place is finite
   * @param own a random stream of this adversary's own for this call
   * @param common a random stream that gives all adversaries the same values in the same round
   */
  void falsify(Block decisions, RandomGenerator own, RandomGenerator common);
}

package org.limbeck.exchange.random;

import java.util.random.RandomGenerator;

/**
 * The random streams of an experiment. A stream is a function of the seed, its purpose, the device
 * and the round, so that no generator has a state to be saved, and none depends on what others
 * drew. Immutable.
 */
public final class RandomStreams {

  /** Stands for all devices in the key of a shared stream; no device has this id. */
  private static final String ALL = "*";

  private final long key;

  /** Makes the streams of a seed. */
  public RandomStreams(long seed) {
    this.key = SplitMix64.mix(seed + SplitMix64.GOLDEN_GAMMA);
  }

  /** Returns the stream of one device for a purpose in a round. */
  public RandomGenerator of(String purpose, String device, long round) {
    return new SplitMix64(SplitMix64.mix(absorb(absorb(key, purpose), device) + round));
  }

  /** Returns the stream that all devices share for a purpose in a round. */
  public RandomGenerator shared(String purpose, long round) {
    return of(purpose, ALL, round);
  }

  private static long absorb(long hash, String text) {
    long absorbed = SplitMix64.mix(hash + text.length());
    for (int i = 0; i < text.length(); i++) {
      absorbed = SplitMix64.mix(absorbed + SplitMix64.GOLDEN_GAMMA * (text.charAt(i) + 1));
    }
    return absorbed;
  }
}

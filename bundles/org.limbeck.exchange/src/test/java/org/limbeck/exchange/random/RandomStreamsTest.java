package org.limbeck.exchange.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private final RandomStreams streams = new RandomStreams(1);

  @Test
  void theSameKeyGivesTheSameStream() {
    RandomGenerator one = streams.of("batch", "device-1", 3);
    RandomGenerator again = new RandomStreams(1).of("batch", "device-1", 3);
    assertThat(again.longs(100).toArray()).isEqualTo(one.longs(100).toArray());
  }

  @Test
  void everyPartOfTheKeyCounts() {
    Set<Long> firsts = new HashSet<>();
    int streamsMade = 0;
    for (long seed = -2; seed < 3; seed++) {
      for (String purpose : new String[] {"batch", "weights", "", "batchdevice"}) {
        for (String device : new String[] {"device-1", "device-2", "-1", ""}) {
          for (long round = 0; round < 50; round++) {
            firsts.add(new RandomStreams(seed).of(purpose, device, round).nextLong());
            streamsMade++;
          }
        }
      }
    }
    assertThat(firsts).hasSize(streamsMade);
  }

  @Test
  void bitsAreThoseOfSplitMix64() {
    // The reference output of SplitMix64 for the seed 1234567.
    RandomGenerator random = new SplitMix64(1234567);
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
  }

  @Test
  void sharedStreamsAreNobodysOwn() {
    assertThat(streams.shared("batch", 0).nextLong())
        .isNotEqualTo(streams.of("batch", "device-1", 0).nextLong())
        .isEqualTo(new RandomStreams(1).shared("batch", 0).nextLong());
  }
}

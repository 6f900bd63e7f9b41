package org.limbeck.exchange.server;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.limbeck.api.Block;
import org.limbeck.exchange.random.SplitMix64;

/**
 * Asks devices that offer values for them until the mean of what the server has is near enough to
 * what it has sent to all devices last: the balancing of M. Kamp and others, <i>Efficient
 * Decentralized Deep Learning by Dynamic Model Averaging</i>, ECML PKDD 2018.
 */
final class Balancing {
  private final double[] sum;
  private double weight;

  /** Begins with nothing. */
  Balancing(int values) {
    this.sum = new double[values];
  }

  /**
   * Asks those whose values are needed, in an order that differs from round to round.
   *
   * @param senders those who have sent values
   * @param offers those who offer some; not empty
   * @param difference decodes what a device has sent, as the difference to what was sent to all
   */
  void balance(
      long round,
      List<AveragingServerChannel> senders,
      List<AveragingServerChannel> offers,
      Function<AveragingServerChannel, Block> difference) {
    OfferedValues terms = offers.get(0).offered();
    senders.forEach(sender -> add(difference.apply(sender), sender.weight()));
    boolean all = senders.size() >= terms.most();
    for (Deque<AveragingServerChannel> left = ordered(round, offers); !left.isEmpty(); ) {
      if (!all && distance() <= terms.tolerance()) {
        return;
      }
      AveragingServerChannel next = left.remove();
      next.accept();
      add(difference.apply(next), next.weight());
    }
  }

  private static Deque<AveragingServerChannel> ordered(
      long round, List<AveragingServerChannel> offers) {
    return new ArrayDeque<>(
        offers.stream()
            .sorted(
                Comparator.comparingLong(offer -> SplitMix64.mix((round << 20) + offer.place())))
            .toList());
  }

  private void add(Block difference, double share) {
    for (int i = 0; i < difference.rows() * difference.width(); i++) {
      sum[i] = Math.fma(share, difference.values()[i], sum[i]);
    }
    weight += share;
  }

  /** Returns the squared L2 distance of the mean from what was sent to all devices last. */
  private double distance() {
    return Arrays.stream(sum).map(value -> value / weight * (value / weight)).sum();
  }
}

package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.aggregation.NeighbourMean;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.codecs.Float32;
import org.limbeck.exchange.endpoint.NetworkFaults;

/** Whatever the network does, and whoever dies, devices come to know the mean of them all. */
class AsyncChannelTest {
  private static final double EXACT = 1e-4;
  private static final Graph RING = ring(6);

  @Test
  void devicesThatDoNotWaitAgreeOnTheMean() throws Exception {
    FlowNetwork network = new FlowNetwork(RING, new Float32(), NetworkFaults.NONE, 1);
    network.run(600);
    assertThat(network.error()).isLessThan(EXACT);
  }

  @Test
  void lossDelayRepetitionAndDisorderDoNotMoveTheMean() throws Exception {
    NetworkFaults faults = new NetworkFaults(0.2, 0.2, 0.2, 5);
    FlowNetwork network = new FlowNetwork(RING, new Float32(), faults, 1);
    network.run(3000);
    assertThat(network.error()).isLessThan(EXACT);
  }

  /** With transfers on the strength of what was true forty rounds ago, it would swing up. */
  @Test
  void longWaysDoNotMakeItSwing() throws Exception {
    FlowNetwork network = new FlowNetwork(RING, new Float32(), new NetworkFaults(0, 0, 0, 40), 1);
    network.run(5000);
    assertThat(network.error()).isLessThan(EXACT);
  }

  /** What waited would be of no use when it arrives, and ever more would wait. */
  @Test
  void nobodySendsMoreThanTheNetworkCarries() throws Exception {
    NarrowTransport narrow = new NarrowTransport(3);
    FlowNetwork network =
        new FlowNetwork(RING, new Float32(), new TrackingMean(), narrow, narrow::tick, 1);
    network.run(4500);
    assertThat(narrow.mostWaiting()).isLessThan(40);
    assertThat(network.error()).isLessThan(EXACT);
  }

  /** A transfer between two of them would leave rows at what the two take for the mean. */
  @Test
  void rulesWithoutFlowsMixAllNeighboursAtOnce() throws Exception {
    Graph triangle = ring(3);
    NetworkFaults faults = new NetworkFaults(0.2, 0.2, 0.2, 5);
    FlowNetwork network = new FlowNetwork(triangle, new Float32(), new NeighbourMean(), faults, 1);
    network.run(600);
    assertThat(network.error()).isLessThan(EXACT);
  }

  @Test
  void aSlowDeviceHoldsNobodyUpAndCountsAsMuch() throws Exception {
    FlowNetwork network = new FlowNetwork(RING, new Float32(), NetworkFaults.NONE, 1);
    network.run(6000, 1, 1, 10, 1, 1, 3);
    assertThat(network.error()).isLessThan(EXACT);
  }

  @Test
  void aDeviceThatComesBackWithAnOlderStateChangesNothingInTheEnd() throws Exception {
    FlowNetwork network =
        new FlowNetwork(RING, new Float32(), new NetworkFaults(0.1, 0.1, 0, 2), 1);
    SplittableRandom random = new SplittableRandom(7);
    network.run(50);
    for (int kill = 0; kill < 20; kill++) {
      int victim = random.nextInt(6);
      byte[][] state = network.save(victim);
      network.run(1 + random.nextInt(20));
      network.kill(victim);
      network.run(random.nextInt(30));
      network.restore(victim, state);
      network.run(1 + random.nextInt(20));
    }
    network.run(3000);
    assertThat(network.error()).isLessThan(EXACT);
    IntStream.range(0, 6)
        .forEach(n -> assertThat(network.asymmetry(n, (n + 1) % 6)).isLessThan(EXACT));
  }

  @Test
  void neighboursThatDieAtTheSameTimeAgreeAgain() throws Exception {
    FlowNetwork network = new FlowNetwork(RING, new Float32(), NetworkFaults.NONE, 1);
    network.run(40);
    byte[][] two = network.save(2);
    network.run(13);
    byte[][] three = network.save(3);
    network.run(9);
    network.kill(2);
    network.kill(3);
    network.run(300);
    network.restore(3, three);
    network.run(20);
    network.restore(2, two);
    network.run(2000);
    assertThat(network.error()).isLessThan(EXACT);
  }

  /** A snapshot has all rows: asking whoever has gone would cost more than all that was learnt. */
  @Test
  void aDeviceThatComesBackAloneAsksNobody() throws Exception {
    FlowNetwork network = pair();
    network.run(40);
    byte[][] zero = network.save(0);
    byte[][] one = network.save(1);
    network.kill(0);
    network.kill(1);
    network.restore(0, zero);
    network.run(300);
    assertThat(network.frameBytesSent(0)).isZero();

    network.restore(1, one);
    network.run(600);
    assertThat(network.error()).isLessThan(EXACT);
  }

  /** Snapshots that are sent again and again would be most of the traffic, of either end. */
  @Test
  void aDeviceThatIsResumedAloneSendsLittleMore() throws Exception {
    FlowNetwork quiet = pair();
    quiet.run(400);
    long undisturbed = quiet.frameBytesSent(0);

    FlowNetwork network = pair();
    network.run(200);
    byte[][] state = network.save(0);
    long sent = network.frameBytesSent(0);
    network.run(10);
    network.kill(0);
    network.run(50);
    network.restore(0, state);
    network.run(200);
    sent += network.frameBytesSent(0);

    assertThat(sent).isBetween(undisturbed / 2, undisturbed * 6 / 5);
    assertThat(network.frameBytesSent(1)).isBetween(undisturbed / 2, undisturbed * 6 / 5);
    network.run(400);
    assertThat(network.error()).isLessThan(EXACT);
  }

  @Test
  void aDeviceThatHasLostItsStateIsHeardAgainAlsoIfItsClockHasGoneBack() throws Exception {
    for (long clock : new long[] {2000, 500}) {
      FlowNetwork network =
          new FlowNetwork(RING, new Float32(), new NetworkFaults(0.1, 0.1, 0, 2), 1);
      network.run(50);
      network.kill(2);
      network.run(20);
      network.beginAnew(2, clock);
      network.run(2000);
      assertThat(network.error()).isLessThan(EXACT);
      assertThat(network.asymmetry(1, 2)).isLessThan(EXACT);
      assertThat(network.asymmetry(2, 3)).isLessThan(EXACT);
    }
  }

  private static FlowNetwork pair() {
    Graph pair = new Graph(2, List.of(new Edge(0, 1)));
    return new FlowNetwork(pair, new Float32(), NetworkFaults.NONE, 1);
  }

  private static Graph ring(int size) {
    return new Graph(
        size, IntStream.range(0, size).mapToObj(n -> new Edge(n, (n + 1) % size)).toList());
  }
}

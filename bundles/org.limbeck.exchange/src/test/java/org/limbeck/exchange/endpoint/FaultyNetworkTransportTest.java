package org.limbeck.exchange.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.Link;

class FaultyNetworkTransportTest {
  private static final int FRAMES = 2000;

  private final List<Integer> received = new ArrayList<>();

  @Test
  void withoutFaultsFramesArriveInOrderAtTheNextTick() {
    FaultyNetworkTransport network = new FaultyNetworkTransport(NetworkFaults.NONE, 1);
    Link sender = connect(network);
    send(sender, 0);
    send(sender, 1);
    assertThat(received).isEmpty();
    network.tick();
    assertThat(received).containsExactly(0, 1);
    network.tick();
    assertThat(received).hasSize(2);
  }

  @Test
  void dropsAndDuplicatesAsOftenAsItSays() {
    assertThat(run(new NetworkFaults(0.3, 0, 0, 0), 1))
        .hasSizeBetween(1340, 1460)
        .doesNotHaveDuplicates();
    assertThat(run(new NetworkFaults(0, 0.3, 0, 0), 1)).hasSizeBetween(2540, 2660);
    assertThat(run(new NetworkFaults(1, 1, 1, 3), 1)).isEmpty();
  }

  @Test
  void reordersWithinATick() {
    List<Integer> order = run(new NetworkFaults(0, 0, 0.3, 0), 1);
    assertThat(order).hasSize(FRAMES).doesNotHaveDuplicates();
    long overtaken =
        IntStream.range(1, FRAMES).filter(i -> order.get(i) < order.get(i - 1)).count();
    assertThat(overtaken).isBetween(200L, 800L);
  }

  @Test
  void delaysByUpToTheMostTicks() {
    FaultyNetworkTransport network = new FaultyNetworkTransport(new NetworkFaults(0, 0, 0, 3), 1);
    Link sender = connect(network);
    IntStream.range(0, FRAMES).forEach(i -> send(sender, i));
    int before = 0;
    for (int tick = 0; tick < 4; tick++) {
      network.tick();
      assertThat(received.size() - before).isBetween(400, 600);
      before = received.size();
    }
    assertThat(received).hasSize(FRAMES);
  }

  @Test
  void theSeedDecides() {
    NetworkFaults faults = new NetworkFaults(0.1, 0.1, 0.1, 2);
    List<Integer> first = run(faults, 1);
    assertThat(run(faults, 1)).isEqualTo(first);
    assertThat(run(faults, 2)).isNotEqualTo(first);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> new NetworkFaults(1.5, 0, 0, 0))
        .hasMessage("drop is 1.5, and must be from 0 to 1");
    assertThatThrownBy(() -> new NetworkFaults(0, 0, Double.NaN, 0))
        .hasMessageContaining("reorder");
    assertThatThrownBy(() -> new NetworkFaults(0, 0, 0, -1)).hasMessageContaining("maxDelay");
  }

  private List<Integer> run(NetworkFaults faults, long seed) {
    received.clear();
    FaultyNetworkTransport network = new FaultyNetworkTransport(faults, seed);
    Link sender = connect(network);
    IntStream.range(0, FRAMES).forEach(i -> send(sender, i));
    for (int tick = 0; tick <= faults.maxDelay(); tick++) {
      network.tick();
    }
    return List.copyOf(received);
  }

  private Link connect(FaultyNetworkTransport network) {
    network.open("b", frame -> received.add(frame.getInt(frame.position())));
    return network.open("a", frame -> {});
  }

  private static void send(Link sender, int number) {
    ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES).putInt(number).flip();
    sender.send(List.of("b"), frame);
  }
}

package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.Traffic;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.topologies.Star;

class TrafficTest {
  private static final int PAYLOAD = 64 * 10 * Float.BYTES;
  private static final int FRAME = Frame.size("device-1".length(), PAYLOAD);

  @Test
  void countsOneCopyPerNeighbour() throws InterruptedException {
    RoundCompleted first = firstRound(PlainRun.ofRing(4, 1).with(new Star()));
    DeviceRound hub = first.devices().get(0);
    DeviceRound leaf = first.devices().get(3);
    assertThat(hub.sent()).isEqualTo(new Traffic(3L * PAYLOAD, 3L * FRAME));
    assertThat(hub.received()).isEqualTo(hub.sent());
    assertThat(leaf.sent()).isEqualTo(new Traffic(PAYLOAD, FRAME));
    assertThat(leaf.received()).isEqualTo(leaf.sent());
  }

  @Test
  void countsWhatTheTransportWasGiven() {
    List<Integer> delivered = new ArrayList<>();
    try (DeviceNetwork network =
        PlainRun.ofRing(3, 1).network(inner -> new CountingTransport(inner, delivered))) {
      network.devices().forEach(device -> device.begin(0, new Workspace()));
      assertThat(delivered).containsOnly(FRAME).hasSize(3 * 2);
    }
  }

  @Test
  void devicesAloneSendNothing() throws InterruptedException {
    RoundCompleted first = firstRound(PlainRun.ofRing(3, 1).with(PlainRun.LOCAL));
    assertThat(first.devices())
        .allSatisfy(
            device -> {
              assertThat(device.sent()).isEqualTo(Traffic.NONE);
              assertThat(device.received()).isEqualTo(Traffic.NONE);
            });
  }

  private static RoundCompleted firstRound(PlainRun run) throws InterruptedException {
    return run.events(2).stream()
        .filter(RoundCompleted.class::isInstance)
        .map(RoundCompleted.class::cast)
        .findFirst()
        .orElseThrow();
  }
}

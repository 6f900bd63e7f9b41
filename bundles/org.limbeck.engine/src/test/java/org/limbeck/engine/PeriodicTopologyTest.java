package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.topologies.BaseGraph;
import org.limbeck.topologies.Hypercube;

/** Devices whose graphs follow each other, and that hold the exact mean after all of them. */
class PeriodicTopologyTest {
  private static final double ROUNDING = 1e-6;

  static Stream<Arguments> topologies() {
    return Stream.of(
        Arguments.of(new Hypercube(), 8, 3),
        Arguments.of(new Hypercube(), 4, 2),
        Arguments.of(new BaseGraph(1), 6, 4),
        Arguments.of(new BaseGraph(1), 7, 5),
        Arguments.of(new BaseGraph(2), 7, 4));
  }

  /** Rows are drawn at random, and so are in different phases in the same round. */
  @ParameterizedTest
  @MethodSource("topologies")
  void eachRowIsExactAfterAPeriodOfItsOwnExchanges(Topology topology, int devices, int period) {
    SelectiveInjector.Rows rows = new SelectiveInjector.Rows(12, 5, 2);
    PlainRun run =
        PlainRun.ofRing(devices, 1).with(topology).with(SelectiveInjector.algorithm(rows, true));
    int apart = 0;
    try (DeviceNetwork network = run.network()) {
      for (long round = 0; round < 40; round++) {
        advance(network, round);
        for (int row = 0; row < rows.count(); row++) {
          int exchanges = rows.exchanges(row, round + 1);
          if (exchanges >= period) {
            assertThat(error(network, row)).as("round %d row %d", round, row).isLessThan(ROUNDING);
          } else if (exchanges > 0 && error(network, row) > 0.01) {
            apart++;
          }
        }
      }
    }
    assertThat(apart).as("rows that are no means before a period is over").isPositive();
  }

  /** Every other round exchanges, which would be every other graph if rounds were counted. */
  @ParameterizedTest
  @MethodSource("topologies")
  void allRowsAreExactAfterAPeriodOfExchangesInStep(Topology topology, int devices, int period) {
    SelectiveInjector.Rows rows = new SelectiveInjector.Rows(6, 6, 2);
    PlainRun run =
        PlainRun.ofRing(devices, 1).with(topology).with(SelectiveInjector.algorithm(rows, false));
    try (DeviceNetwork network = run.network()) {
      IntStream.range(0, 2 * period - 2).forEach(round -> advance(network, round));
      assertThat(IntStream.range(0, 6).mapToDouble(row -> error(network, row)).max().getAsDouble())
          .isGreaterThan(0.01);
      IntStream.range(2 * period - 2, 2 * period).forEach(round -> advance(network, round));
      assertThat(IntStream.range(0, 6).mapToDouble(row -> error(network, row)).max().getAsDouble())
          .isLessThan(ROUNDING);
    }
  }

  @ParameterizedTest
  @MethodSource("topologies")
  void threadsAndSharedCopiesDoNotChangeABit(Topology topology, int devices, int period)
      throws InterruptedException {
    PlainRun run = PlainRun.ofRing(devices, 30).with(topology);
    List<RunEvent> events = run.events(1);
    assertThat(run.events(2)).isEqualTo(events);
    assertThat(run.events(2, PeriodicTopologyTest::apart)).isEqualTo(events);
  }

  @Test
  void saysWhatNumbersOfDevicesWork() {
    assertThatThrownBy(() -> PlainRun.ofRing(6, 1).with(new Hypercube()).network())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("plain.yaml:1: topology")
        .hasMessageContaining("take 4 or 8");
  }

  private static Transport apart(Transport carrier) {
    return (device, sink) -> carrier.open(device, sink);
  }

  /** Returns how far the device is from the mean that is furthest from it. */
  private static double error(DeviceNetwork network, int row) {
    double mean =
        network.devices().stream()
            .mapToDouble(device -> SelectiveInjector.value(device.id(), row))
            .average()
            .orElseThrow();
    double error = 0;
    for (DeviceRuntime device : network.devices()) {
      float[] z = new float[device.classes()];
      assertThat(device.estimate().read(row, z, 0)).isTrue();
      for (float value : z) {
        error = Math.max(error, Math.abs(value - mean));
      }
    }
    return error;
  }

  private static void advance(DeviceNetwork network, long round) {
    Workspace workspace = new Workspace();
    network.meet(round);
    for (DeviceRuntime device : network.devices()) {
      device.begin(round, workspace);
    }
    for (DeviceRuntime device : network.devices()) {
      device.finish(round, workspace);
    }
  }
}

package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Mixing;
import org.limbeck.engine.PlainRun;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.swap.Workbench;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.topologies.RandomMatching;

class GraphMixingTest {
  @Test
  void theGapOfARingIsThatOfItsEigenvalues() {
    try (DeviceNetwork network = PlainRun.ofRing(8, 1).network()) {
      Mixing mixing = GraphMixing.of(network, MixingWeights.METROPOLIS);
      double second = (1 + 2 * Math.cos(2 * Math.PI / 8)) / 3;
      assertThat(mixing.spectralGap()).isCloseTo(1 - second, within(1e-9));
      assertThat(mixing.timeVarying()).isFalse();
    }
  }

  @Test
  void aGraphThatIsDrawnAnewMixesThoughNoDrawIsConnected() {
    try (DeviceNetwork network = PlainRun.ofRing(6, 1).with(new RandomMatching()).network()) {
      Mixing mixing = GraphMixing.of(network, MixingWeights.METROPOLIS);
      assertThat(mixing.spectralGap()).isBetween(0.05, 0.5);
      assertThat(mixing.timeVarying()).isTrue();
      assertThat(GraphMixing.of(network, MixingWeights.METROPOLIS)).isEqualTo(mixing);
    }
  }

  @Test
  void everyPrivateRowCountsForItsClass() {
    try (Workbench bench = new Workbench(3, 1)) {
      assertThat(Swapper.descriptions(bench.activeNetwork()))
          .allSatisfy(
              device -> {
                assertThat(device.classCounts()).hasSize(10);
                assertThat(device.classCounts().stream().mapToInt(n -> n).sum())
                    .isEqualTo(device.privateRows());
              })
          .extracting(DeviceDescription::classCounts)
          .doesNotHaveDuplicates();
    }
  }
}

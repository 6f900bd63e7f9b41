package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.ForwardingAlgorithm;
import org.limbeck.api.architecture.Weights;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceNetwork;

/** What an algorithm may ask of the devices that it is given. */
class AssemblyTest {

  @Test
  void devicesThatExchangeWeightsNeedOneArchitecture() {
    assertThatThrownBy(() -> PlainRun.ofRing(4, 1).with(exchangingWeights()).network().close())
        .hasMessageContaining(
            "it exchanges weights, and so all devices need one architecture: device-1 has mlp"
                + ", and device-3 has softmax; give them the same, or use"
                + " distributed-distillation or fedmd");
  }

  @Test
  void devicesThatExchangeWeightsBeginWithTheSame() {
    try (DeviceNetwork network = PlainRun.ofRing(2, 1).with(exchangingWeights()).network()) {
      List<float[]> weights = network.devices().stream().map(AssemblyTest::weights).toList();
      assertThat(weights.get(0)).isEqualTo(weights.get(1));
    }
    try (DeviceNetwork network = PlainRun.ofRing(2, 1).network()) {
      List<float[]> weights = network.devices().stream().map(AssemblyTest::weights).toList();
      assertThat(weights.get(0)).isNotEqualTo(weights.get(1));
    }
  }

  @Test
  void pooledDevicesHaveTheRowsOfAll() {
    int[] all;
    try (DeviceNetwork network = PlainRun.ofRing(3, 1).network()) {
      all =
          network.devices().stream()
              .flatMapToInt(device -> IntStream.of(device.privateRows()))
              .sorted()
              .toArray();
    }
    Algorithm pooled =
        new ForwardingAlgorithm(PlainRun.LOCAL) {
          @Override
          public boolean poolsData() {
            return true;
          }
        };
    try (DeviceNetwork network = PlainRun.ofRing(3, 1).with(pooled).network()) {
      assertThat(network.devices())
          .allSatisfy(device -> assertThat(device.privateRows()).isEqualTo(all));
    }
  }

  private static float[] weights(DeviceRuntime device) {
    Weights weights = device.model().capability(Weights.class).orElseThrow();
    float[] values = new float[weights.count()];
    weights.get(values);
    return values;
  }

  private static Algorithm exchangingWeights() {
    return new ForwardingAlgorithm(PlainRun.LOCAL) {
      @Override
      public boolean exchangesWeights() {
        return true;
      }
    };
  }
}

package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.topology.WeightedGraph;

class HypercubeTest {

  @ParameterizedTest
  @CsvSource({"2, 1", "4, 2", "8, 3", "16, 4", "32, 5", "64, 6", "128, 7", "256, 8"})
  void isExactAfterOneExchangeADimension(int devices, int dimensions) {
    List<WeightedGraph> sequence = MixingMatrices.sequence(new Hypercube(), devices);
    assertThat(sequence).hasSize(dimensions);
    MixingMatrices.requireMixing(sequence, devices, 1);
    assertThat(MixingMatrices.error(sequence, devices)).isEqualTo(0, within(1e-12));
  }

  @Test
  void pairsAlongOneDimensionAtATime() {
    List<WeightedGraph> sequence = MixingMatrices.sequence(new Hypercube(), 16);
    for (int t = 0; t < 4; t++) {
      for (int i = 0; i < 16; i++) {
        assertThat(sequence.get(t).graph().neighbours(i)).containsExactly(i ^ (1 << t));
        assertThat(sequence.get(t).weight(i, i ^ (1 << t))).isEqualTo(0.5);
      }
    }
  }

  @Test
  void leavesADeviceAloneAsItIs() {
    List<WeightedGraph> sequence = MixingMatrices.sequence(new Hypercube(), 1);
    assertThat(sequence).hasSize(1);
    assertThat(sequence.get(0).weight(0, 0)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"3, 2, 4", "12, 8, 16", "100, 64, 128", "1073741825, 1073741824, 2147483648"})
  void saysWhatNumbersWork(int devices, String below, String above) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hypercube().sequence(devices))
        .withMessage(
            "a hypercube has a power of two of devices, and "
                + devices
                + " is none: take "
                + below
                + " or "
                + above
                + ", or base-graph, which takes any number");
  }
}

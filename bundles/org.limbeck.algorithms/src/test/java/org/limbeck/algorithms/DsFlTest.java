package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.Graphs;

class DsFlTest {

  /** exp(z_k / T) / Σ_j exp(z_j / T) for z = (0.6, 0.3, 0.1), by hand. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.946499, 0.047124, 0.006377", "1, 0.426013, 0.315598, 0.258389"})
  void theTargetIsASoftmaxOfTheMean(float temperature, float first, float second, float third) {
    float[] values = {9, 0.6f, 0.3f, 0.1f, 9};
    assertThat(new EntropyReduction(temperature, 3).aggregate(values, 1)).isTrue();
    assertThat(values).containsExactly(new float[] {9, first, second, third, 9}, within(1e-6f));
  }

  @Test
  void aVeryLowTemperatureGivesTheLikeliestClass() {
    float[] values = {0.5f, 0.3f, 0.2f};
    new EntropyReduction(0.001f, 3).aggregate(values, 0);
    assertThat(values).containsExactly(1, 0, 0);
  }

  @Test
  void devicesAimAtTheSharpenedMean() {
    float[] plain = targets(new FedMd(options()));
    float[] sharpened = targets(new DsFl(0.1f, options()));
    EntropyReduction reduction = new EntropyReduction(0.1f, 3);
    for (int row = 0; row < 5; row++) {
      reduction.aggregate(plain, 3 * row);
    }
    assertThat(sharpened).containsExactly(plain, within(1e-6f));
  }

  @Test
  void refusesATemperatureOfNone() {
    assertThatThrownBy(() -> new DsFl(0, options())).hasMessage("temperature is above 0, not 0.0");
  }

  /** Returns what a device aims at after the first exchange, before which all are alike. */
  private static float[] targets(Algorithm algorithm) {
    List<Participant> devices =
        RecordingDevice.on(Graphs.ring(3), new Training(1, 4)).stream()
            .map(algorithm::join)
            .toList();
    devices.forEach(device -> device.begin(0));
    devices.forEach(device -> device.finish(0, new Losses()));
    Block targets = devices.get(0).fullLesson().targets();
    assertThat(targets.rows()).isEqualTo(5);
    return targets.values();
  }

  private static ConsensusOptions options() {
    return ConsensusOptions.of(
        1, "cross-entropy", 5, 5, 0, 1, new StepSize(0.1f, 0, StepSize.Schedule.CONSTANT));
  }
}

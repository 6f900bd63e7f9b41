package org.limbeck.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OperationCountTest {

  @Test
  void aDenseLayerTakesTwoOperationsPerWeightAndRow() {
    assertThat(OperationCount.predictDense(1, 3, 4)).isEqualTo(24);
    assertThat(OperationCount.predictDense(5, 3, 4, 2)).isEqualTo(5 * (24 + 16));
  }

  @Test
  void trainingNeedsNoGradientOfTheFirstInputs() {
    assertThat(OperationCount.trainDense(1, 3, 4)).isEqualTo(2 * 24);
    assertThat(OperationCount.trainDense(1, 3, 4, 2)).isEqualTo(2 * 24 + 3 * 16);
  }

  @Test
  void theUsualNetworksTakeWhatOthersCount() {
    assertThat(OperationCount.trainDense(32, 784, 10)).isCloseTo(1.0e6, within(0.01e6));
    assertThat(OperationCount.trainDense(32, 784, 128, 10)).isCloseTo(13.1e6, within(0.1e6));
    assertThat(OperationCount.trainCnn(32, 8, 16, 64, 10)).isCloseTo(57.3e6, within(0.1e6));
  }
}

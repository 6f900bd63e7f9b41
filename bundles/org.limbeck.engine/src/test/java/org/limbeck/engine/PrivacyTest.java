package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.InProcessPlacement;
import org.limbeck.engine.privacy.PrivacyAccountant;
import org.limbeck.testkit.fixture.PlainSoftmax;
import org.limbeck.weightings.ConfidenceWeighting;
import org.limbeck.weightings.RowWeighting;

/** Whole runs with differential privacy. */
class PrivacyTest {
  private static final Training PRIVATE = new Training(2, 20, Optional.of(new Privacy(1, 1, 1e-5)));
  private static final PlainRun RUN = PlainRun.ofRing(4, 40).with(PRIVATE);

  @Test
  void threadsDoNotChangeABit() throws InterruptedException {
    List<RunEvent> onOne = RUN.events(1);
    assertThat(RUN.events(3)).isEqualTo(onOne);
    assertThat(PlainRun.ofRing(4, 40).events(1)).isNotEqualTo(onOne);
  }

  @Test
  void everyDeviceIsToldWhatItsRowsAreGuaranteed() throws InterruptedException {
    List<DeviceEvaluation> devices = RUN.lastEvaluation(2).devices();
    try (DeviceNetwork network = RUN.network()) {
      for (int n = 0; n < devices.size(); n++) {
        int rows = network.devices().get(n).data().rows();
        assertThat(devices.get(n).privacy()).isEqualTo(PrivacyAccountant.after(40, PRIVATE, rows));
        assertThat(devices.get(n).privacy().epsilon()).isBetween(1.0, 100.0);
      }
    }
    assertThat(PlainRun.ofRing(4, 3).lastEvaluation(1).devices())
        .noneMatch(device -> device.privacy().exists());
  }

  @Test
  void nothingThatIsToldIsWorkedOutFromPrivateRowsWithoutNoise() throws InterruptedException {
    assertThat(RUN.lastEvaluation(2).devices())
        .extracting(DeviceEvaluation::stationarity)
        .containsOnly(Double.NaN);
    assertThat(RUN.events(2))
        .filteredOn(RoundCompleted.class::isInstance)
        .flatExtracting(event -> ((RoundCompleted) event).devices())
        .extracting(DeviceRound::localLoss)
        .containsOnly(Double.NaN);
  }

  @Test
  void modelsThatCannotAreRefused() {
    PluginSet plain = RUN.pluginSet(UnaryOperator.identity());
    List<Architecture> architectures =
        List.of(
            plain.architectures().get(0),
            new PlainSoftmax(),
            plain.architectures().get(2),
            plain.architectures().get(3));
    PluginSet pluginSet =
        new PluginSet(
            plain.data(),
            plain.partition(),
            plain.reference(),
            plain.topology(),
            plain.aggregation(),
            plain.weighting(),
            plain.codec(),
            plain.transport(),
            plain.algorithm(),
            architectures,
            Collections.nCopies(architectures.size(), Optional.empty()));
    assertThatThrownBy(
            () ->
                new DeviceFactory(RUN.experiment(), pluginSet, new InProcessPlacement()).assemble())
        .hasMessageContaining("its models cannot learn with privacy")
        .hasMessageContaining("mlp, cnn or softmax");
  }

  @Test
  void weightingsThatTellOfPrivateRowsAreRefused() {
    assertThatThrownBy(() -> RUN.with(new RowWeighting(0.8f, 0.05f, 8)).network())
        .hasMessageContaining("it tells of private rows what privacy does not cover")
        .hasMessageContaining("by-confidence or uniform");
    try (DeviceNetwork network = RUN.with(new ConfidenceWeighting(2, 0.6f)).network()) {
      assertThat(network.devices()).hasSize(4);
    }
  }

  @Test
  void algorithmsThatDoNotKeepToItAreRefused() {
    assertThatThrownBy(() -> RUN.with(device -> PlainRun.LOCAL.join(device)).network())
        .hasMessageContaining("plain: it does not keep to privacy");
  }
}

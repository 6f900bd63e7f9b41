package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.codecs.HardLabel;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.swap.Workbench;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.PluginKind;
import org.limbeck.weightings.ConfidenceWeighting;
import org.limbeck.weightings.RowWeighting;
import org.limbeck.weightings.UniformWeighting;

/** Whole runs whose devices do not count alike. */
class WeightedRunTest {
  private static final PlainRun RUN = PlainRun.ofRing(4, 20);
  private static final Weighting CONFIDENCE = new ConfidenceWeighting(2, 0.6f);
  private static final Weighting ROW = new RowWeighting(0.8f, 0.05f, 8);

  /** How many rows an exchange has. */
  private static final int BATCH = 64;

  @Test
  void nothingStandsBeforeTheEstimateWhereAllCountAlike() {
    try (DeviceNetwork network = RUN.with(new UniformWeighting()).network()) {
      for (DeviceRuntime device : network.devices()) {
        assertThat(device.estimate()).isSameAs(device.unweightedEstimate());
        assertThat(device.estimate().tellsProfile()).isFalse();
      }
    }
  }

  @Test
  void weightsCostNoByteAndAProfileCostsARowOfEveryExchange() throws InterruptedException {
    long uniform = payload(RUN.events(1));
    assertThat(payload(RUN.with(CONFIDENCE).events(1))).isEqualTo(uniform);
    assertThat(payload(RUN.with(ROW).events(1)) * BATCH).isEqualTo(uniform * (BATCH + 1));
  }

  @Test
  void threadsDoNotChangeABit() throws InterruptedException {
    for (Weighting weighting : List.of(CONFIDENCE, ROW)) {
      List<RunEvent> onOne = RUN.with(weighting).events(1);
      assertThat(RUN.with(weighting).events(3)).isEqualTo(onOne);
      assertThat(onOne).isNotEqualTo(RUN.events(1));
    }
  }

  @Test
  void codecThatSendsNoWeightsIsRefused() {
    try (Workbench bench = new Workbench(3, 1)) {
      bench.service(PluginKind.CODEC, "hard-label", new HardLabel());
      bench.swap(bench.with(PluginKind.AGGREGATION, "neighbours"));
      bench.swap(bench.with(PluginKind.CODEC, "hard-label"));
      assertThatThrownBy(() -> bench.swap(bench.with(PluginKind.WEIGHTING, "by-confidence")))
          .hasMessageContaining("codec hard-label sends no weights")
          .hasMessageContaining("weighting uniform");
      bench.run(2);
    }
  }

  @Test
  void estimatesGoOnBetweenWeightingsOfTheSameRows() {
    try (Workbench bench = new Workbench(4, 1)) {
      bench.run(20);
      List<Estimate> before = estimates(bench);
      bench.swap(bench.with(PluginKind.WEIGHTING, "by-confidence"));
      assertThat(estimates(bench)).containsExactlyElementsOf(before);
      bench.swap(bench.with(PluginKind.WEIGHTING, "by-row"));
      assertThat(estimates(bench)).doesNotContainAnyElementsOf(before);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void weightingsAreSwappedMidRun(ExecutionMode pace) {
    try (Workbench bench = new Workbench(4, 1, pace, Set.of())) {
      for (String weighting :
          List.of("by-confidence", "by-row", "by-density", "by-confidence", "uniform")) {
        bench.run(20);
        bench.swap(bench.with(PluginKind.WEIGHTING, weighting));
        assertThat(bench.activeNetwork().network().devices())
            .allMatch(d -> d.estimate().tellsProfile() == weighting.equals("by-row"));
      }
      bench.run(100);
      assertThat(bench.meanAccuracy()).isGreaterThan(0.5);
    }
  }

  @Test
  void newcomersGetAProfileOfTheirOwn() {
    try (Workbench bench = new Workbench(4, 1)) {
      bench.swap(bench.with(PluginKind.WEIGHTING, "by-row"));
      bench.run(20);
      bench.swap(bench.withNewcomer("device-5", "mlp"));
      bench.run(20);
      bench.swap(bench.without("device-2"));
      bench.run(20);
      double[] sum = new double[10];
      float[] profile = new float[10];
      int row = bench.activeNetwork().pluginSet().reference().rows();
      for (Estimate estimate : estimates(bench)) {
        assertThat(estimate.read(row, profile, 0)).isTrue();
        for (int k = 0; k < 10; k++) {
          sum[k] += profile[k] / 4;
        }
      }
      double total = 0;
      for (double mean : sum) {
        total += mean;
      }
      assertThat(total).as("shares of 32").isBetween(31.99, 32.01);
    }
  }

  private static List<Estimate> estimates(Workbench bench) {
    return bench.activeNetwork().network().devices().stream()
        .map(DeviceRuntime::unweightedEstimate)
        .toList();
  }

  private static long payload(List<RunEvent> events) {
    return events.stream()
        .filter(RoundCompleted.class::isInstance)
        .flatMap(event -> ((RoundCompleted) event).devices().stream())
        .mapToLong(device -> device.sent().payloadBytes())
        .sum();
  }
}

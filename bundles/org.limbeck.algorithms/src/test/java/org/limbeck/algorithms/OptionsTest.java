package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.algorithms.RecordingModel.Step;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.Graphs;

/** What becomes of the options that an experiment sets, and of the defaults of all others. */
class OptionsTest {

  @Test
  void distillationHasDefaults() {
    Step step = lastStep(distillation(Map.of()), 1001);
    assertThat(step.loss()).isEqualTo(DistillationLoss.SQUARED);
    assertThat(step.regularization()).isEqualTo(3);
    assertThat(step.stepSize()).as("0.1 / (1 + 0.001 · 1000)").isEqualTo(0.05f);
    assertThat(step.referenceRows()).as("64 or all").hasSize(30);
  }

  @ParameterizedTest
  @CsvSource({"squared, SQUARED", "cross-entropy, CROSS_ENTROPY"})
  void distillationTakesAnyLoss(String option, DistillationLoss expected) {
    assertThat(lastStep(distillation(Map.of("loss", option)), 1).loss()).isEqualTo(expected);
  }

  @Test
  void distillationTakesItsNumbers() {
    Map<String, Object> options =
        Map.of(
            "regularization",
            7f,
            "referenceBatch",
            4,
            "exchangeEvery",
            2,
            "stepSize",
            0.5f,
            "schedule",
            "inverse-sqrt",
            "decay",
            3f);
    RecordingDevice device = device();
    Step step = lastStep(distillation(options), device, 2);
    assertThat(device.frames()).as("frames of two rounds").hasSize(1);
    assertThat(step.regularization()).isEqualTo(7);
    assertThat(step.stepSize()).as("0.5 / √(1 + 3)").isEqualTo(0.25f);
    assertThat(device.selected(0)).hasSize(4);
  }

  @Test
  void localOnlyHasDefaults() {
    assertThat(lastStep(localOnly(Map.of()), 1001).stepSize()).isEqualTo(0.2f);
  }

  @ParameterizedTest
  @CsvSource({"constant, 0.5", "inverse, 0.125", "inverse-sqrt, 0.25"})
  void localOnlyTakesAnySchedule(String schedule, float expected) {
    Map<String, Object> options = Map.of("stepSize", 0.5f, "schedule", schedule, "decay", 3f);
    assertThat(lastStep(localOnly(options), 2).stepSize()).isEqualTo(expected);
  }

  @Test
  void pooledHasDefaults() {
    Pooled pooled = new Pooled(config(Pooled.Config.class, Map.of()));
    assertThat(lastStep(pooled, 1001).stepSize()).isEqualTo(0.2f);
    assertThat(pooled.poolsData()).isTrue();
    assertThat(pooled.exchangesWeights()).isFalse();
  }

  @Test
  void fedMdHasDefaults() {
    Step step = lastStep(new FedMd(config(FedMd.Config.class, Map.of())), 1001);
    assertThat(step.loss()).isEqualTo(DistillationLoss.SQUARED);
    assertThat(step.regularization()).isEqualTo(3);
    assertThat(step.stepSize()).as("0.1 / (1 + 0.001 · 1000)").isEqualTo(0.05f);
    assertThat(step.referenceRows()).as("64 or all").hasSize(30);
  }

  @Test
  void fedMdTakesItsNumbers() {
    Map<String, Object> options =
        Map.of(
            "regularization",
            7f,
            "loss",
            "cross-entropy",
            "referenceBatch",
            6,
            "distillationBatch",
            4,
            "warmUp",
            2,
            "exchangeEvery",
            3);
    RecordingDevice device = device();
    Step step = lastStep(new FedMd(config(FedMd.Config.class, options)), device, 6);
    assertThat(device.sent()).as("frames in rounds 2 and 5").isEqualTo(2);
    assertThat(step.regularization()).isEqualTo(7);
    assertThat(step.loss()).isEqualTo(DistillationLoss.CROSS_ENTROPY);
    assertThat(step.referenceRows()).hasSize(4);
    assertThat(device.selected(5)).hasSize(6);
    assertThat(device.selected(4)).isEmpty();
  }

  static Stream<Algorithm> consensusAlgorithms() {
    return Stream.of(
        new DsFl(config(DsFl.Config.class, Map.of())),
        new Scarlet(config(Scarlet.Config.class, Map.of())),
        new SelectiveFd(config(SelectiveFd.Config.class, Map.of("ambiguity", 2f))));
  }

  @ParameterizedTest
  @MethodSource("consensusAlgorithms")
  void thoseWithAConsensusHaveDefaults(Algorithm algorithm) {
    Step step = lastStep(algorithm, 1001);
    assertThat(step.loss()).isEqualTo(DistillationLoss.CROSS_ENTROPY);
    assertThat(step.regularization()).isEqualTo(1);
    assertThat(step.stepSize()).as("0.1 / (1 + 0.001 · 1000)").isEqualTo(0.05f);
    assertThat(step.referenceRows()).as("64 or all").isNotEmpty();
  }

  @Test
  void theTemperatureOfDsFlIsAnOption() {
    Map<String, Object> cold = Map.of("temperature", 0.001f, "referenceBatch", 4);
    float[] targets = lastStep(new DsFl(config(DsFl.Config.class, cold)), 1).targets();
    assertThat(targets).hasSize(4 * 3);
    for (int row = 0; row < 4; row++) {
      float largest =
          Math.max(targets[3 * row], Math.max(targets[3 * row + 1], targets[3 * row + 2]));
      assertThat(largest).as("the likeliest class").isGreaterThan(0.99f);
    }
  }

  @Test
  void theExponentAndTheCacheOfScarletAreOptions() {
    Map<String, Object> options = Map.of("exponent", 1000f, "cacheDuration", 2, "exchangeEvery", 1);
    RecordingDevice device = device();
    Step step = lastStep(new Scarlet(config(Scarlet.Config.class, options)), device, 4);
    assertThat(step.targets()).as("the likeliest class").containsOnly(0, 1);
    assertThat(device.selected(2)).as("asked for again").hasSize(30);
    assertThat(device.selected(3)).as("in the cache").isEmpty();
    assertThat(device.sent()).as("frames of four exchanges").isEqualTo(2);
  }

  @Test
  void theFiltersOfSelectiveFdAreOptions() {
    Map<String, Object> strict = Map.of("ambiguity", 0f, "kernelWidth", 0.3f);
    assertThat(
            lastStep(new SelectiveFd(config(SelectiveFd.Config.class, strict)), 3).referenceRows())
        .as("no mean is quite clear")
        .isEmpty();
  }

  @Test
  void theRoundOfTheLabelsOfIdkdIsAnOption() {
    Map<String, Object> options =
        Map.of("labelRound", 3, "regularization", 2f, "distillationBatch", 4);
    Idkd algorithm = new Idkd(config(Idkd.Config.class, options));
    assertThat(algorithm.exchangesWeights()).isTrue();
    RecordingDevice device = RecordingDevice.withWeights(Graphs.ring(1), new Training(1, 2)).get(0);
    Step step = lastStep(algorithm, device, 4);
    assertThat(step.regularization()).isEqualTo(2);
    assertThat(step.stepSize()).isCloseTo(0.2f / 1.003f, within(1e-6f));
    assertThat(step.loss()).isEqualTo(DistillationLoss.CROSS_ENTROPY);
    assertThat(device.sent()).as("weights of four rounds, and labels").isEqualTo(5);
  }

  static Stream<Arguments> weightExchanges() {
    Map<String, Object> every2 = Map.of("exchangeEvery", 2, "stepSize", 0.5f, "decay", 1f);
    Map<String, Object> always =
        Map.of("exchangeEvery", 2, "stepSize", 0.5f, "decay", 1f, "divergence", 0f);
    return Stream.of(
        Arguments.of(new DecentralizedSgd(config(DecentralizedSgd.Config.class, every2)), 1),
        Arguments.of(new ChocoSgd(config(ChocoSgd.Config.class, every2)), 1),
        Arguments.of(new GradientTracking(config(GradientTracking.Config.class, every2)), 2),
        Arguments.of(new FedAvg(config(FedAvg.Config.class, every2)), 1),
        Arguments.of(new FedProx(config(FedProx.Config.class, every2)), 1),
        Arguments.of(new DynamicAveraging(config(DynamicAveraging.Config.class, always)), 1));
  }

  @ParameterizedTest
  @MethodSource("weightExchanges")
  void thoseThatExchangeWeightsTakeTheirNumbers(Algorithm algorithm, int framesPerExchange) {
    assertThat(algorithm.exchangesWeights()).isTrue();
    assertThat(algorithm.poolsData()).isFalse();
    RecordingDevice device = RecordingDevice.withWeights(Graphs.ring(1), new Training(1, 2)).get(0);
    assertThat(lastStep(algorithm, device, 4).stepSize()).as("0.5 / (1 + 3)").isEqualTo(0.125f);
    assertThat(device.sent()).as("frames of 4 rounds").isEqualTo(2 * framesPerExchange);
  }

  @Test
  void refusesNumbersOutOfRange() {
    StepSize any = new StepSize(1, 0, StepSize.Schedule.CONSTANT);
    assertThatThrownBy(() -> new DecentralizedSgd(new SgdOptions(0, any)))
        .hasMessage("exchangeEvery is 1 or more, not 0");
    assertThatThrownBy(() -> new FedProx(-1, new SgdOptions(1, any)))
        .hasMessage("mu is 0 or more, not -1.0");
    assertThatThrownBy(
            () ->
                new ConsensusOptions(
                    3,
                    DistillationLoss.SQUARED,
                    new ExchangeSchedule(1, ExchangeSchedule.Order.RANDOM, 1, 0),
                    0,
                    any))
        .hasMessageContaining("distillationBatch");
    assertThatThrownBy(
            () ->
                new ConsensusOptions(
                    3,
                    DistillationLoss.SQUARED,
                    new ExchangeSchedule(1, ExchangeSchedule.Order.RANDOM, 1, -1),
                    1,
                    any))
        .hasMessageContaining("warmUp");
  }

  private static Algorithm distillation(Map<String, Object> options) {
    return new DistributedDistillation(config(DistributedDistillation.Config.class, options));
  }

  private static Algorithm localOnly(Map<String, Object> options) {
    return new LocalOnly(config(LocalOnly.Config.class, options));
  }

  /** Fills in a component property type as a component runtime does. */
  static <T> T config(Class<T> type, Map<String, Object> options) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) ->
                options.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  private static RecordingDevice device() {
    return RecordingDevice.on(Graphs.ring(1), new Training(1, 2)).get(0);
  }

  private static Step lastStep(Algorithm algorithm, int rounds) {
    return lastStep(algorithm, device(), rounds);
  }

  private static Step lastStep(Algorithm algorithm, RecordingDevice device, int rounds) {
    Participant participant = algorithm.join(device);
    for (int round = 0; round < rounds - 1; round++) {
      participant.begin(round);
      participant.finish(round, new Losses());
    }
    device.model().steps();
    participant.begin(rounds - 1);
    participant.finish(rounds - 1, new Losses());
    return device.model().steps().get(0);
  }
}

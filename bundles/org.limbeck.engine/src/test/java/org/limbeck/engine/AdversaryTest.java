package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.limbeck.aggregation.CoordinateMedian;
import org.limbeck.aggregation.GeometricMedian;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.aggregation.TrimmedMean;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.attack.Attack;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.attacks.LabelFlip;
import org.limbeck.attacks.OneClass;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.InProcessPlacement;
import org.limbeck.engine.round.RoundExecutor;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.partitions.Iid;
import org.limbeck.topologies.Complete;

/** Eight devices that all talk to each other, two of which lie. */
class AdversaryTest {
  private static final PlainRun RUN = PlainRun.ofRing(8, 250).with(new Complete());
  private static final Set<Integer> LIARS = Set.of(2, 6);

  @Test
  void whatIsTrackedSuffersAndRobustRulesDoNot() {
    double peace = honest(evaluated(new TrackingMean(), Optional.empty()));
    assertThat(honest(evaluated(new TrackingMean(), Optional.of(new OneClass(0)))))
        .as("tracking, against %.3f without adversaries", peace)
        .isLessThan(peace - 0.3);
    for (AggregationRule rule : List.of(new CoordinateMedian(2), new GeometricMedian(2, 32))) {
      assertThat(honest(evaluated(rule, Optional.of(new OneClass(0)))))
          .as("%s, against %.3f without adversaries", rule, peace)
          .isGreaterThan(peace - 0.12);
    }
    assertThat(honest(evaluated(new TrimmedMean(2), Optional.of(new LabelFlip()))))
        .as("the trimmed mean, against %.3f without adversaries", peace)
        .isGreaterThan(peace - 0.12);
  }

  @Test
  void marksAdversariesAndMeasuresAgainstTheHonest() {
    List<DeviceEvaluation> devices =
        evaluated(new CoordinateMedian(2), Optional.of(new LabelFlip()));
    for (int n = 0; n < devices.size(); n++) {
      assertThat(devices.get(n).adversary()).isEqualTo(LIARS.contains(n));
    }
  }

  @Test
  void knowsWhoWouldLieAndNeverDoes() {
    try (DeviceNetwork network =
        network(RUN.with(PlainRun.LOCAL), new TrackingMean(), new LabelFlip())) {
      assertThat(Adversary.isIdle(network.devices().get(2).participant())).isTrue();
      assertThat(Adversary.isIdle(network.devices().get(0).participant())).isFalse();
    }
    try (DeviceNetwork network = network(RUN, new TrackingMean(), new LabelFlip())) {
      assertThat(Adversary.isIdle(network.devices().get(2).participant())).isFalse();
    }
  }

  @Test
  void blamesTheExperimentForAnAttackThatDoesNotFit() {
    assertThatThrownBy(() -> network(RUN, new TrackingMean(), new OneClass(10)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "plain.yaml:7: adversaries.attack: lies: there is no class 10: classes are 0 to 9");
  }

  private static double honest(List<DeviceEvaluation> devices) {
    List<Integer> honest = new ArrayList<>();
    for (int n = 0; n < devices.size(); n++) {
      if (!LIARS.contains(n)) {
        honest.add(n);
      }
    }
    return honest.stream().mapToDouble(n -> devices.get(n).testAccuracy()).average().orElseThrow();
  }

  private static List<DeviceEvaluation> evaluated(AggregationRule rule, Optional<Attack> attack) {
    List<RunEvent> events = new ArrayList<>();
    try (DeviceNetwork network = network(RUN, rule, attack.orElse(null));
        WorkerPool workers = new WorkerPool(2)) {
      RoundExecutor roundExecutor = new RoundExecutor(workers, Duration.ZERO, events::add);
      for (long round = 0; round < RUN.rounds(); round++) {
        roundExecutor.step(network, round);
      }
      roundExecutor.evaluate(network, RUN.rounds());
    } catch (InterruptedException e) {
      throw new AssertionError("nothing is waited for in one process", e);
    }
    return ((RoundEvaluated) events.get(events.size() - 1)).devices();
  }

  private static DeviceNetwork network(PlainRun run, AggregationRule rule, Attack attack) {
    PluginSet plain = run.pluginSet(UnaryOperator.identity());
    List<Optional<Attack>> attacks = new ArrayList<>();
    List<DeviceSpec> devices = new ArrayList<>();
    for (DeviceSpec device : run.experiment().devices()) {
      boolean lies = attack != null && LIARS.contains(devices.size());
      attacks.add(lies ? Optional.of(attack) : Optional.empty());
      devices.add(lies ? device.withAttack(choice()) : device);
    }
    Experiment experiment = run.experiment();
    return new DeviceFactory(
            experiment.toBuilder().devices(devices).build(),
            new PluginSet(
                plain.data(),
                new Iid(40),
                plain.reference(),
                plain.topology(),
                rule,
                plain.weighting(),
                plain.codec(),
                plain.transport(),
                plain.algorithm(),
                plain.architectures(),
                attacks),
            new InProcessPlacement())
        .assemble();
  }

  private static PluginChoice choice() {
    return new PluginChoice(
        PluginKind.ATTACK, "lies", Map.of(), new Origin("plain.yaml", 7, "adversaries.attack"));
  }
}

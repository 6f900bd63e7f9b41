package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.limbeck.aggregation.CoordinateMedian;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.attack.Attack;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.attacks.Collusion;
import org.limbeck.attacks.LabelFlip;
import org.limbeck.attacks.OneClass;
import org.limbeck.attacks.RandomDecisions;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.exchange.endpoint.AuthenticTransport;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.partitions.Iid;
import org.limbeck.topologies.Complete;

/**
 * Five devices in one process and one elsewhere, which has a key and signs decisions that are false
 * and within bounds: nothing of it is refused, and a robust rule holds.
 */
@Timeout(300)
class SignedAdversaryTest {
  private static final double MARGIN = 0.1;
  private static final PlainRun RUN = PlainRun.ofRing(6, 100).with(new Complete());
  private static final int LIAR = 5;

  private final KeyRing keys = SignedPart.keys(RUN.devices());

  @Test
  void robustRulesHoldAgainstWhoHasAKey() throws Exception {
    double peace = honest(new CoordinateMedian(1), Optional.empty());
    List<Attack> attacks =
        List.of(new LabelFlip(), new RandomDecisions(), new Collusion(), new OneClass(0));
    for (Attack attack : attacks) {
      assertThat(honest(new CoordinateMedian(1), Optional.of(attack)))
          .as("%s, against %.3f in peace", attack.getClass().getSimpleName(), peace)
          .isGreaterThan(peace - MARGIN);
    }
    assertThat(honest(new TrackingMean(), Optional.of(new OneClass(0))))
        .as("a rule that is not robust, against %.3f in peace", peace)
        .isLessThan(peace - MARGIN);
  }

  /** Returns the mean test accuracy of the honest devices. */
  private double honest(AggregationRule rule, Optional<Attack> attack) throws Exception {
    AuthenticTransport transport = new AuthenticTransport();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<List<RunEvent>> liar =
          pool.submit(() -> events(List.of(LIAR), rule, attack, transport));
      List<RunEvent> told = events(List.of(0, 1, 2, 3, 4), rule, attack, transport);
      liar.get();
      assertThat(refused(told)).isZero();
      RoundEvaluated evaluated = (RoundEvaluated) told.get(told.size() - 1);
      return evaluated.devices().stream()
          .mapToDouble(DeviceEvaluation::testAccuracy)
          .average()
          .orElseThrow();
    } finally {
      pool.shutdownNow();
    }
  }

  private List<RunEvent> events(
      List<Integer> places,
      AggregationRule rule,
      Optional<Attack> attack,
      AuthenticTransport transport)
      throws InterruptedException {
    PluginSet plain = RUN.pluginSet(any -> transport);
    List<DeviceSpec> devices = new ArrayList<>(RUN.experiment().devices());
    List<Optional<Attack>> attacks = new ArrayList<>(plain.attacks());
    if (attack.isPresent()) {
      attacks.set(LIAR, attack);
      devices.set(LIAR, devices.get(LIAR).withAttack(choice()));
    }
    Experiment experiment = RUN.experiment().toBuilder().devices(devices).build();
    PluginSet pluginSet =
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
            attacks);
    return new SignedPart(experiment, pluginSet, places, keys)
        .run((round, told) -> round < RUN.rounds(), new ArrayList<>());
  }

  private static long refused(List<RunEvent> told) {
    return told.stream()
        .filter(RoundCompleted.class::isInstance)
        .flatMap(event -> ((RoundCompleted) event).devices().stream())
        .mapToLong(device -> device.received().refusedFrames())
        .sum();
  }

  private static PluginChoice choice() {
    return new PluginChoice(
        PluginKind.ATTACK, "lies", Map.of(), new Origin("plain.yaml", 7, "adversaries.attack"));
  }
}

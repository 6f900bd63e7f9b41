package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.InProcessPlacement;
import org.limbeck.engine.round.RoundExecutor;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.exchange.endpoint.FaultyNetworkTransport;
import org.limbeck.exchange.endpoint.NetworkFaults;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;

/** Devices that do not wait for each other learn what those learn that do. */
class AsynchronousTest {
  private static final PlainRun RUN = PlainRun.ofRing(6, 300);
  private static final double MARGIN = 0.02;

  @Test
  void theResultDoesNotDependOnTheThreads() throws Exception {
    assertThat(events(ExecutionMode.ASYNCHRONOUS, 1, UnaryOperator.identity(), 3))
        .isEqualTo(events(ExecutionMode.ASYNCHRONOUS, 1, UnaryOperator.identity(), 1));
  }

  @Test
  void itIsAsGoodAsInStep() throws Exception {
    double inStep = accuracy(events(ExecutionMode.LOCK_STEP, 1, UnaryOperator.identity(), 2));
    double free = accuracy(events(ExecutionMode.ASYNCHRONOUS, 1, UnaryOperator.identity(), 2));
    FaultyNetworkTransport faulty = new FaultyNetworkTransport(new NetworkFaults(0.2, 0, 0, 0), 1);
    double lossy = accuracy(events(ExecutionMode.ASYNCHRONOUS, 1, any -> faulty, faulty::tick, 2));
    assertThat(inStep).isGreaterThan(0.6);
    assertThat(free).isGreaterThan(inStep - MARGIN);
    assertThat(lossy).as("with frames lost, so early in a run").isGreaterThan(inStep - 5 * MARGIN);
  }

  @Test
  void aSlowDeviceHoldsNobodyUp() throws Exception {
    List<DeviceEvaluation> alike =
        evaluation(events(ExecutionMode.ASYNCHRONOUS, 1, UnaryOperator.identity(), 2));
    List<DeviceEvaluation> oneSlow =
        evaluation(events(ExecutionMode.ASYNCHRONOUS, 10, UnaryOperator.identity(), 2));
    for (int n = 0; n < RUN.devices() - 1; n++) {
      assertThat(oneSlow.get(n).testAccuracy())
          .isGreaterThan(alike.get(n).testAccuracy() - 2 * MARGIN);
    }
  }

  @Test
  void inStepAllWouldWaitForASlowDevice() {
    assertThatThrownBy(() -> events(ExecutionMode.LOCK_STEP, 2, UnaryOperator.identity(), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("device-6 has slowness 2")
        .hasMessageContaining("pace asynchronous");
  }

  private static List<RunEvent> events(
      ExecutionMode pace, int slowness, UnaryOperator<Transport> transport, int threads)
      throws InterruptedException {
    return events(pace, slowness, transport, () -> {}, threads);
  }

  /** The last device is slower than the others; {@code tick} is called before each round. */
  private static List<RunEvent> events(
      ExecutionMode pace,
      int slowness,
      UnaryOperator<Transport> transport,
      Runnable tick,
      int threads)
      throws InterruptedException {
    List<RunEvent> events = new ArrayList<>();
    try (DeviceNetwork network =
            new DeviceFactory(
                    experiment(pace, slowness), RUN.pluginSet(transport), new InProcessPlacement())
                .assemble();
        WorkerPool workers = new WorkerPool(threads)) {
      RoundExecutor rounds = new RoundExecutor(workers, Duration.ZERO, events::add);
      for (long round = 0; round < RUN.rounds(); round++) {
        tick.run();
        rounds.step(network, round);
      }
      rounds.evaluate(network, RUN.rounds());
    }
    return events;
  }

  private static Experiment experiment(ExecutionMode pace, int slowness) {
    Experiment plain = RUN.experiment();
    List<DeviceSpec> devices =
        IntStream.range(0, RUN.devices())
            .mapToObj(
                n -> plain.devices().get(n).withSlowness(n == RUN.devices() - 1 ? slowness : 1))
            .toList();
    return plain.toBuilder().pace(pace).devices(devices).build();
  }

  private static double accuracy(List<RunEvent> events) {
    return evaluation(events).stream()
        .mapToDouble(DeviceEvaluation::testAccuracy)
        .average()
        .orElseThrow();
  }

  private static List<DeviceEvaluation> evaluation(List<RunEvent> events) {
    return ((RoundEvaluated) events.get(events.size() - 1)).devices();
  }
}

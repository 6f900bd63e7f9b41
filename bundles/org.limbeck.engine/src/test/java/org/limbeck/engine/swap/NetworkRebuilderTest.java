package org.limbeck.engine.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.ForwardingParticipant;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.topology.Topology;
import org.limbeck.architectures.vector.Activation;
import org.limbeck.architectures.vector.Mlp;
import org.limbeck.codecs.Float32;
import org.limbeck.engine.PlainRun;
import org.limbeck.engine.device.BulkPrediction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.exchange.channel.SerializedState;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginKind;

class NetworkRebuilderTest {
  private static final HexFormat HEX = HexFormat.of();

  private final Workbench bench = new Workbench(6, 7);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anotherCodecObjectGoesOnBitForBit() throws IOException {
    bench.run(20);
    bench.service(PluginKind.CODEC, "other", new Float32());
    bench.swap(bench.with(PluginKind.CODEC, "other"));
    bench.run(10);
    try (Workbench undisturbed = new Workbench(6, 7)) {
      undisturbed.run(30);
      assertThat(states(bench)).isEqualTo(states(undisturbed));
    }
  }

  @Test
  void anotherTransportGoesOnBitForBit() throws IOException {
    bench.run(20);
    bench.swap(bench.with(PluginKind.TRANSPORT, "another"));
    bench.run(10);
    try (Workbench undisturbed = new Workbench(6, 7)) {
      undisturbed.run(30);
      assertThat(states(bench)).isEqualTo(states(undisturbed));
    }
  }

  @Test
  void devicesShareCopiesOnSomeTransportsAndNotOnOthers() throws IOException {
    bench.run(20);
    bench.swap(bench.with(PluginKind.TRANSPORT, "apart"));
    bench.run(10);
    bench.swap(bench.with(PluginKind.TRANSPORT, "another"));
    bench.run(10);
    try (Workbench undisturbed = new Workbench(6, 7)) {
      undisturbed.run(40);
      assertThat(states(bench)).isEqualTo(states(undisturbed));
    }
  }

  @Test
  void anotherObjectOfTheSameArchitectureTakesOverTheWeights() throws IOException {
    bench.run(20);
    byte[] before = SerializedState.of(device("device-1").model()::save);
    bench.service(PluginKind.ARCHITECTURE, "mlp", new Mlp(new int[] {32}, Activation.TANH));
    DeviceRuntime former = device("device-1");
    PreparedSwap preparedSwap = bench.swap(bench.experiment());
    assertThat(device("device-1").model()).isNotSameAs(former.model());
    assertThat(SerializedState.of(device("device-1").model()::save)).isEqualTo(before);
    assertThat(preparedSwap.accuracyBefore()).as("no model was replaced by another").isNaN();
  }

  @Test
  void anotherArchitectureIsDistilledBeforeItTakesOver() {
    bench.run(150);
    double settled = bench.meanAccuracy();
    PreparedSwap preparedSwap = bench.swap(bench.withArchitecture("device-2", "deep"));
    assertThat(preparedSwap.accuracyBefore()).isGreaterThan(0.5);
    assertThat(preparedSwap.accuracyAfter())
        .as("an untrained model reaches about 0.1")
        .isGreaterThan(preparedSwap.accuracyBefore() - 0.25);
    assertThat(device("device-2").model().parameters())
        .isEqualTo(64 * 24 + 24 + 24 * 24 + 24 + 250);
    bench.run(60);
    assertThat(bench.meanAccuracy()).isGreaterThan(settled - 0.03);
  }

  @Test
  void anotherTopologyLeavesEstimatesAsTheyAre() throws IOException {
    bench.run(20);
    List<String> before = estimates(bench);
    bench.swap(bench.with(PluginKind.TOPOLOGY, "complete"));
    assertThat(estimates(bench)).isEqualTo(before);
    assertThat(bench.activeNetwork().network().graph().edges()).hasSize(15);
    bench.run(5);
  }

  @Test
  void anotherReferenceDatasetBeginsWithTheDevicesOwnPredictions() {
    bench.run(20);
    bench.swap(bench.with(PluginKind.REFERENCE, "200"));
    float[] row = new float[10];
    for (DeviceRuntime device : bench.activeNetwork().network().devices()) {
      assertThat(device.reference().rows()).isEqualTo(200);
      assertThat(device.estimate().read(0, row, 0)).as("nothing is exchanged yet").isFalse();
      WitnessedMean.Witnessed estimate = (WitnessedMean.Witnessed) device.estimate();
      assertThat(estimate.excess()).as("z = ŝ").containsOnly(0f);
    }
    bench.run(10);
  }

  @Test
  void aNewcomerLearnsFromWhatItsNeighboursSend() {
    bench.run(150);
    bench.swap(bench.withNewcomer("device-7", "mlp"));
    double newcomer = accuracyOf("device-7");
    assertThat(newcomer).as("an untrained model reaches about 0.1").isGreaterThan(0.5);
    bench.run(1);
  }

  @Test
  void aNewcomersSnapshotsAreCountedAsSent() {
    bench.run(20);
    bench.swap(bench.withNewcomer("device-7", "mlp"));
    long received = device("device-7").report().received().payloadBytes();
    long sent =
        bench.activeNetwork().network().devices().stream()
            .map(device -> device.report().sent())
            .mapToLong(Traffic::payloadBytes)
            .sum();
    assertThat(received).isEqualTo(sent).isGreaterThan(2 * 63);
  }

  @Test
  void whoLeavesIsForgotten() {
    bench.run(20);
    bench.swap(bench.without("device-3"));
    assertThat(bench.experiment().deviceIds()).doesNotContain("device-3");
    assertThat(bench.activeNetwork().network().devices()).hasSize(5);
    bench.run(5);
  }

  @Test
  void aRefusalLeavesEverythingAsItWas() throws IOException {
    bench.run(20);
    Topology refusing =
        (devices, random) -> {
          throw new IllegalArgumentException("not with me");
        };
    bench.service(PluginKind.TOPOLOGY, "refusing", refusing);
    assertThatThrownBy(() -> bench.prepare(bench.with(PluginKind.TOPOLOGY, "refusing")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not with me");
    bench.prepare(bench.withNewcomer("device-7", "deep")).close();
    bench.prepare(bench.withArchitecture("device-1", "deep")).close();
    bench.prepare(bench.without("device-4")).close();
    bench.run(10);
    try (Workbench undisturbed = new Workbench(6, 7)) {
      undisturbed.run(30);
      assertThat(states(bench)).isEqualTo(states(undisturbed));
    }
  }

  @Test
  void anAlgorithmThatDoesNotReadItsFormerStateBeginsAnew() throws IOException {
    bench.run(150);
    double settled = bench.meanAccuracy();
    List<String> before = estimates(bench);
    bench.service(PluginKind.ALGORITHM, "distillation", forgetful(PlainRun.DISTILLATION));
    bench.swap(bench.experiment());
    assertThat(estimates(bench)).isEqualTo(before);
    bench.run(20);
    assertThat(bench.meanAccuracy()).isGreaterThan(settled - 0.03);
  }

  private static Algorithm forgetful(Algorithm algorithm) {
    return device -> {
      return new ForwardingParticipant(algorithm.join(device)) {
        @Override
        public void restore(DataInput in) throws IOException {
          throw new IOException("a state of version 1");
        }
      };
    };
  }

  private DeviceRuntime device(String id) {
    return bench.activeNetwork().network().devices().stream()
        .filter(device -> device.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private double accuracyOf(String id) {
    DeviceRuntime device = device(id);
    return new BulkPrediction(device.model(), 64, 10)
        .accuracy(bench.activeNetwork().network().test());
  }

  private static List<String> estimates(Workbench bench) throws IOException {
    List<String> estimates = new ArrayList<>();
    for (DeviceRuntime device : bench.activeNetwork().network().devices()) {
      estimates.add(HEX.formatHex(SerializedState.of(device.estimate()::save)));
    }
    return estimates;
  }

  private static List<String> states(Workbench bench) throws IOException {
    List<String> states = new ArrayList<>();
    for (DeviceRuntime device : bench.activeNetwork().network().devices()) {
      DeviceState state = DeviceState.of(device);
      states.add(HEX.formatHex(state.model()));
      states.add(HEX.formatHex(state.estimate()));
      states.add(HEX.formatHex(state.channels()));
    }
    return states;
  }
}

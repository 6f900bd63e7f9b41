package org.limbeck.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.Shape;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.attacks.LabelFlip;
import org.limbeck.codecs.Float32;
import org.limbeck.engine.UnevaluatedParticipant;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.lockstep.LockStepProtocol;
import org.limbeck.exchange.lockstep.PeerTimeoutException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopies;
import org.limbeck.testkit.fixture.CloudReference;
import org.limbeck.testkit.fixture.CloudRows;
import org.limbeck.testkit.fixture.PlainSoftmax;
import org.limbeck.testkit.fixture.PlainTracking;

/** A device in step with a neighbour in another process. */
class DeviceRuntimeTest {
  private static final int CLASSES = 2;
  private static final Shape SHAPE = new Shape(1, 1, CLASSES);
  private static final Envelope OWN = Envelope.of("net", "a", new byte[32], "float32");

  private final Wire wire = new Wire();
  private final Workspace workspace = new Workspace();

  static Stream<Algorithm> honestAndNot() {
    return Stream.of(Listener::new, Adversary.of(Listener::new, new LabelFlip(), CLASSES));
  }

  @ParameterizedTest
  @MethodSource("honestAndNot")
  void refusesDecisionsOutOfBoundsWhetherOrNotItLies(Algorithm algorithm) throws Exception {
    try (DeviceRuntime device = device(algorithm)) {
      wire.sink.frame(frame(1000, 0));
      wire.sink.frame(frame(0.25f, 0.75f));
      device.await(0, workspace, 0, Duration.ofSeconds(20), () -> {});
      device.finish(0, workspace);
      float[] heard = new float[CLASSES];
      assertThat(device.estimate().read(0, heard, 0)).isTrue();
      assertThat(heard).containsExactly(0.125f, 0.375f);
      assertThat(device.report().received().refusedFrames()).isEqualTo(1);
    }
  }

  @Test
  void givesItsBuffersBackWhenACallFails() {
    Algorithm failing =
        device ->
            new Listener(device) {
              @Override
              public void begin(long round) {
                device.scratch(Object::new);
                throw new IllegalArgumentException("not in round " + round);
              }

              @Override
              public void finish(long round, Losses losses) {
                begin(round);
              }
            };
    try (DeviceRuntime device = device(failing)) {
      requireNoBuffers(device);
      assertThatThrownBy(() -> device.begin(0, workspace)).hasMessage("not in round 0");
      requireNoBuffers(device);
      assertThatThrownBy(() -> device.await(0, workspace, 0, Duration.ofMillis(1), () -> {}))
          .isInstanceOf(PeerTimeoutException.class);
      requireNoBuffers(device);
      wire.sink.frame(frame(0.25f, 0.75f));
      assertThatThrownBy(() -> device.finish(0, workspace)).hasMessage("not in round 0");
      requireNoBuffers(device);
    }
  }

  @Test
  void givesItsBuffersBackWhenItCannotSayWhatItSends() {
    Algorithm choosingBadly =
        device -> {
          device.open(
              1,
              CLASSES,
              (round, ids) -> {
                throw new IllegalArgumentException("no rows in round " + round);
              });
          return new Listener(device);
        };
    try (DeviceRuntime device = device(choosingBadly)) {
      assertThatThrownBy(() -> device.plan(3, workspace)).hasMessage("no rows in round 3");
      requireNoBuffers(device);
    }
  }

  private static void requireNoBuffers(DeviceRuntime device) {
    assertThatThrownBy(() -> device.scratch(Object::new))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("while a round begins or finishes");
  }

  private DeviceRuntime device(Algorithm algorithm) {
    LockStepProtocol protocol =
        new LockStepProtocol(
            new Float32(), EventTrigger.NONE, false, PublicCopies.SEPARATE, Optional.empty());
    FramePort port =
        FramePort.open(
            OWN,
            Optional.empty(),
            Endpoint.open(wire, "a", Optional.empty(), new RefusalLog()).follow(List.of("b")));
    WorkspaceLoan loan = new WorkspaceLoan();
    Estimate estimate = new PlainTracking().open(1, CLASSES);
    DeviceView view =
        new DeviceView(
            "a",
            CLASSES,
            new PlainSoftmax().create(SHAPE, CLASSES, new SplittableRandom(1)),
            new PrivateRows(new CloudRows(SHAPE, CLASSES, 2, 1), new int[] {0, 1}),
            new CloudReference(SHAPE, CLASSES, 1),
            estimate,
            estimate,
            new Training(1, 1),
            new RandomStreams(1),
            new RandomStreams(1),
            1,
            protocol.open(port, ChannelStates.NONE, loan),
            loan);
    return DeviceRuntime.join(view, loan, List.of(new Neighbour("b", 0.5f)), port, algorithm);
  }

  private static ByteBuffer frame(float... values) {
    ByteBuffer out = ByteBuffer.allocate(200);
    FrameWriter.begin(out, OWN.from("b"), Frame.DATA, 0, 0, 0, 0);
    for (float value : values) {
      out.putFloat(value);
    }
    new FrameWriter(Optional.empty()).end(out);
    return out;
  }

  /** Sends nothing, and mixes what it hears. */
  private static class Listener extends UnevaluatedParticipant {
    private final Device device;
    private final Channel channel;

    Listener(Device device) {
      this.device = device;
      this.channel = device.open(1, CLASSES, (round, ids) -> 1);
    }

    @Override
    public void begin(long round) {}

    @Override
    public void finish(long round, Losses losses) {
      channel.mix(round, device.estimate());
    }
  }

  /** Brings the frames that the test makes. */
  private static final class Wire implements Transport {
    private FrameSink sink;

    @Override
    public Link open(String device, FrameSink received) {
      sink = received;
      return new Silent();
    }
  }

  private static final class Silent implements Link {
    @Override
    public void send(Collection<String> to, ByteBuffer frame) {}

    @Override
    public void close() {}
  }
}

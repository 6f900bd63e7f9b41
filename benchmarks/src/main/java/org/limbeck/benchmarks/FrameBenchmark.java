package org.limbeck.benchmarks;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.codecs.Uniform;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.lockstep.LockStepProtocol;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A frame of 256 rows of 10 values with 2 bits each, from one device to another in step: encoded,
 * signed or not, checked with all that is checked of frames of other processes, and decoded.
 */
@State(Scope.Thread)
public class FrameBenchmark {
  private static final int ROWS = 256;
  private static final int WIDTH = 10;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Param({"false", "true"})
  public boolean signed;

  private final Wire wire = new Wire();
  private final Block values = new Block(ROWS, WIDTH);
  private Member one;
  private Member other;
  private long round;

  @Setup
  public void open() {
    Random random = new Random(1);
    values.rows(all(0, values.ids()));
    for (int i = 0; i < ROWS * WIDTH; i++) {
      values.values()[i] = random.nextFloat();
    }
    Optional<KeyRing> keys =
        signed
            ? Optional.of(
                new KeyRing(
                    "keys",
                    Map.of(
                        "one", DeviceKeys.generate("one"), "other", DeviceKeys.generate("other"))))
            : Optional.empty();
    one = new Member("one", "other", keys);
    other = new Member("other", "one", keys);
  }

  @Benchmark
  @OperationsPerInvocation(2)
  public long exchange() throws InterruptedException {
    one.send();
    other.send();
    one.receive();
    other.receive();
    return round++;
  }

  private final class Member {
    private final DeviceExchange exchange;
    private final Channel channel;

    Member(String self, String neighbour, Optional<KeyRing> keys) {
      Envelope envelope = Envelope.of("net", self, new byte[32], "uniform");
      FramePort port =
          FramePort.open(
              envelope,
              keys,
              Endpoint.open(wire, self, keys, new RefusalLog()).follow(List.of(neighbour)));
      Workspace workspace = new Workspace();
      exchange =
          new LockStepProtocol(
                  new Uniform(2, 0, true),
                  EventTrigger.NONE,
                  false,
                  PublicCopies.SEPARATE,
                  Optional.empty())
              .open(port, ChannelStates.NONE, () -> workspace);
      channel =
          exchange.open(ROWS, WIDTH, FrameBenchmark::all, Coding.DIFFERENCES, ValueRange.DECISIONS);
      exchange.join(List.of(new Neighbour(neighbour, 0.5f)));
    }

    void send() {
      channel.send(round, values);
    }

    void receive() throws InterruptedException {
      exchange.await(round, 0, TIMEOUT, () -> {});
      exchange.receive(round);
    }
  }

  private static int all(long round, int[] ids) {
    for (int row = 0; row < ROWS; row++) {
      ids[row] = row;
    }
    return ROWS;
  }

  /** Brings frames at once, as if they came from another process. */
  private static final class Wire implements Transport {
    private final Map<String, FrameSink> sinks = new HashMap<>();

    @Override
    public Link open(String device, FrameSink sink) {
      sinks.put(device, sink);
      return new Link() {
        @Override
        public void send(Collection<String> to, ByteBuffer frame) {
          to.forEach(receiver -> sinks.get(receiver).frame(frame));
        }

        @Override
        public void close() {
          sinks.remove(device);
        }
      };
    }
  }
}

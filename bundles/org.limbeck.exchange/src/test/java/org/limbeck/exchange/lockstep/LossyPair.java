package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.codecs.Float32;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopies;

/**
 * Two devices in step, each in a thread of its own, on a network that loses some frames and brings
 * others twice.
 */
final class LossyPair implements Transport {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int WIDTH = 2;

  private final IntPredicate isLost;
  private final AtomicInteger carried = new AtomicInteger();
  private final Map<String, FrameSink> sinks = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(2);
  private final CountDownLatch opened = new CountDownLatch(2);

  /**
   * Makes the network.
   *
   * @param isLost whether the frame with a number, counted from 0, is lost; every fourth other one
   *     comes twice
   */
  LossyPair(IntPredicate isLost) {
    this.isLost = isLost;
  }

  /** Exchanges over some rounds, and returns what each device has heard in each. */
  List<List<Float>> run(int rounds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<List<Float>> a = () -> exchange("a", "b", rounds);
      Callable<List<Float>> b = () -> exchange("b", "a", rounds);
      Future<List<Float>> first = threads.submit(a);
      Future<List<Float>> second = threads.submit(b);
      return List.of(first.get(), second.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Float> exchange(String self, String other, int rounds) throws Exception {
    Envelope envelope = Envelope.of("net", self, new byte[32], "float32");
    FramePort port =
        FramePort.open(
            envelope,
            Optional.empty(),
            Endpoint.open(this, self, Optional.empty(), new RefusalLog()).follow(List.of(other)));
    Workspace workspace = new Workspace();
    DeviceExchange exchange =
        new LockStepProtocol(
                new Float32(), EventTrigger.NONE, false, PublicCopies.SEPARATE, Optional.empty())
            .open(port, ChannelStates.NONE, () -> workspace);
    Channel channel =
        exchange.open(1, WIDTH, (round, ids) -> 1, Coding.DIFFERENCES, ValueRange.DECISIONS);
    exchange.join(List.of(new Neighbour(other, 0.5f)));
    opened.countDown();
    opened.await();
    Float[] heard = new Float[rounds];
    for (int round = 0; round < rounds; round++) {
      Block values = new Block(1, WIDTH);
      values.rows(1);
      values.values()[0] = round + self.charAt(0) / 1000f;
      channel.send(round, values);
      exchange.await(round, 0, TIMEOUT, () -> {});
      exchange.receive(round);
      heard[round] = channel.peers(round).get(0).copy().values()[0];
    }
    ended.countDown();
    while (ended.getCount() > 0) {
      exchange.answer();
      Thread.sleep(5);
    }
    if (port.traffic().report().received().refusedFrames() > 0) {
      throw new IllegalStateException("an honest frame was refused");
    }
    return List.of(heard);
  }

  @Override
  public Link open(String device, FrameSink sink) {
    sinks.put(device, sink);
    return new Link() {
      @Override
      public void send(Collection<String> to, ByteBuffer frame) {
        int number = carried.getAndIncrement();
        if (!isLost.test(number)) {
          to.forEach(receiver -> sinks.get(receiver).frame(frame));
          if (number % 4 == 3) {
            to.forEach(receiver -> sinks.get(receiver).frame(frame));
          }
        }
      }

      @Override
      public void close() {
        sinks.remove(device);
      }
    };
  }
}

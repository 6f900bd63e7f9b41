package org.limbeck.testkit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;

class TransportContractTest extends ContractTests {

  /** Delivers while sending. */
  private static class Loopback implements Transport {
    final Map<String, FrameSink> sinks = new ConcurrentHashMap<>();

    @Override
    public Link open(String device, FrameSink sink) {
      if (sinks.putIfAbsent(device, sink) != null) {
        throw new IllegalStateException(device + " has an open link already");
      }
      return new Link() {
        @Override
        public void send(Collection<String> to, ByteBuffer frame) {
          for (String receiver : receivers(to)) {
            FrameSink open = sinks.get(receiver);
            if (open != null) {
              deliver(open, frame);
            }
          }
        }

        @Override
        public void close() {
          Loopback.this.close(device, sink);
        }
      };
    }

    Collection<String> receivers(Collection<String> to) {
      return to;
    }

    void deliver(FrameSink sink, ByteBuffer frame) {
      sink.frame(frame.slice());
    }

    void close(String device, FrameSink sink) {
      sinks.remove(device, sink);
    }
  }

  /** A contract with little patience, since frames arrive at once or not at all. */
  private abstract static class Impatient extends TransportContract {
    @Override
    protected Duration patience() {
      return Duration.ofMillis(50);
    }
  }

  @Passes
  static class Sound extends TransportContract {
    @Override
    protected Transport transport() {
      return new Loopback();
    }
  }

  @Passes
  static class SoundOnAnotherThread extends TransportContract {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
      thread.shutdownNow();
    }

    @Override
    protected Transport transport() {
      return new Posted(thread, true);
    }
  }

  /** Delivers later, copies or not. */
  private static final class Posted extends Loopback {
    private final Executor executor;
    private final boolean copies;

    Posted(Executor executor, boolean copies) {
      this.executor = executor;
      this.copies = copies;
    }

    @Override
    void deliver(FrameSink sink, ByteBuffer frame) {
      ByteBuffer bytes = copies ? copy(frame) : frame.duplicate();
      executor.execute(() -> sink.frame(bytes));
    }

    private static ByteBuffer copy(ByteBuffer frame) {
      return ByteBuffer.allocate(frame.remaining()).put(frame.duplicate()).flip();
    }
  }

  @Fails({
    "framesArriveWholeAndUnchanged",
    "sendersDoNotDisturbEachOther",
    "theSendersBufferMayBeReusedAtOnce"
  })
  static class CutsFrames extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        void deliver(FrameSink sink, ByteBuffer frame) {
          sink.frame(frame.slice(frame.position(), Math.min(16, frame.remaining())));
        }
      };
    }
  }

  @Fails("framesArriveWholeAndUnchanged")
  static class LosesLargeFrames extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        void deliver(FrameSink sink, ByteBuffer frame) {
          if (frame.remaining() < 65_536) {
            super.deliver(sink, frame);
          }
        }
      };
    }
  }

  @Fails("framesReachThoseAddressedOnly")
  static class Broadcasts extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        Collection<String> receivers(Collection<String> to) {
          return to.size() > 1 ? List.copyOf(sinks.keySet()) : to;
        }
      };
    }
  }

  @Fails("framesReachThoseAddressedOnly")
  static class ReachesTheFirstOnly extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        Collection<String> receivers(Collection<String> to) {
          return to.contains("d") ? to.stream().limit(1).toList() : to;
        }
      };
    }
  }

  @Fails("aFrameToNobodyIsNoError")
  static class ThrowsForNobody extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        Collection<String> receivers(Collection<String> to) {
          if (to.contains("nobody")) {
            throw new IllegalArgumentException("nobody has no link");
          }
          return to;
        }
      };
    }
  }

  @Fails({"leavesTheSendersBufferAsItIs", "framesReachThoseAddressedOnly"})
  static class DrainsTheBuffer extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        void deliver(FrameSink sink, ByteBuffer frame) {
          byte[] bytes = new byte[frame.remaining()];
          frame.get(bytes);
          sink.frame(ByteBuffer.wrap(bytes));
        }
      };
    }
  }

  @Fails("leavesTheSendersBufferAsItIs")
  static class NeedsABackingArray extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        void deliver(FrameSink sink, ByteBuffer frame) {
          if (frame.hasArray()) {
            super.deliver(sink, frame);
          }
        }
      };
    }
  }

  @Fails("theSendersBufferMayBeReusedAtOnce")
  static class KeepsTheBuffer extends TransportContract {
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
      later.shutdownNow();
    }

    @Override
    protected Transport transport() {
      return new Posted(this::soon, false);
    }

    private void soon(Runnable delivery) {
      var unused = later.schedule(delivery, 5, TimeUnit.MILLISECONDS);
    }
  }

  @Fails("aClosedLinkReceivesNothing")
  static class DeliversAfterClosing extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        private final Map<FrameSink, FrameSink> closed = new ConcurrentHashMap<>();

        @Override
        void close(String device, FrameSink sink) {
          if (device.equals("b")) {
            closed.put(sink, sink);
          }
          super.close(device, sink);
        }

        @Override
        void deliver(FrameSink sink, ByteBuffer frame) {
          super.deliver(sink, frame);
          closed.keySet().forEach(old -> old.frame(frame.slice()));
        }
      };
    }
  }

  @Fails("aClosedLinkReceivesNothing")
  static class StaysOpen extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        void close(String device, FrameSink sink) {
          // the link of a device stays its link for ever
        }
      };
    }
  }

  @Fails("refusesASecondLinkOfADevice")
  static class SecondLinkTakesOver extends Impatient {
    @Override
    protected Transport transport() {
      return new Loopback() {
        @Override
        public Link open(String device, FrameSink sink) {
          sinks.remove(device);
          return super.open(device, sink);
        }
      };
    }
  }

  @Fails("sendersDoNotDisturbEachOther")
  static class OneSenderAtATime extends Impatient {
    @Override
    protected Transport transport() {
      OneAtATime gate = new OneAtATime();
      return new Loopback() {
        @Override
        Collection<String> receivers(Collection<String> to) {
          return gate.pass(() -> to);
        }
      };
    }
  }
}

package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;

/**
 * Carries frames and announcements as between processes, and says truly who has sent them. What a
 * device sends may be replaced.
 */
public final class AuthenticTransport implements Transport {
  private final Map<String, FrameSink> sinks = new ConcurrentHashMap<>();
  private final Map<String, byte[]> announced = new ConcurrentHashMap<>();
  private final Map<String, Function<byte[], List<byte[]>>> replacements =
      new ConcurrentHashMap<>();

  /** Sends other frames in the place of each frame of a device from now on. */
  public void replace(String device, Function<byte[], List<byte[]>> by) {
    replacements.put(device, by);
  }

  /** Brings a frame of a device to another one. */
  public void bring(String sender, String receiver, byte[] frame) {
    FrameSink sink = sinks.get(receiver);
    if (sink != null) {
      sink.frame(sender, ByteBuffer.wrap(frame));
    }
  }

  @Override
  public Link open(String device, FrameSink sink) {
    sinks.put(device, sink);
    announced.forEach(
        (other, said) -> {
          if (!other.equals(device)) {
            sink.announcement(other, ByteBuffer.wrap(said));
          }
        });
    return new AuthenticLink(device);
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(bytes.position(), copy);
    return copy;
  }

  private final class AuthenticLink implements Link {
    private final String device;

    AuthenticLink(String device) {
      this.device = device;
    }

    @Override
    public void send(Collection<String> to, ByteBuffer frame) {
      for (byte[] bytes : replacements.getOrDefault(device, List::of).apply(copy(frame))) {
        to.forEach(receiver -> bring(device, receiver, bytes));
      }
    }

    @Override
    public void announce(ByteBuffer announcement) {
      byte[] said = copy(announcement);
      announced.put(device, said);
      sinks.forEach(
          (other, sink) -> {
            if (!other.equals(device)) {
              sink.announcement(device, ByteBuffer.wrap(said));
            }
          });
    }

    @Override
    public void close() {
      sinks.remove(device);
    }
  }
}

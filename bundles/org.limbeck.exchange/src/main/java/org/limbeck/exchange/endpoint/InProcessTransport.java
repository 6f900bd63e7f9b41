package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.api.transport.TransportPlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Carries frames between devices of one process: at once, in order, without loss. A frame has
 * arrived when {@code send} returns.
 */
@TransportPlugin(name = "in-process")
@Designate(ocd = InProcessTransport.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class InProcessTransport implements Transport {

  @ObjectClassDefinition(
      name = "In process",
      description = "Carries frames between devices of one process, at once and without loss.")
  @interface Config {}

  private final Map<String, FrameSink> sinks = new ConcurrentHashMap<>();
  private final Map<String, byte[]> announcements = new ConcurrentHashMap<>();

  @Override
  public Link open(String device, FrameSink sink) {
    if (sinks.putIfAbsent(device, sink) != null) {
      throw new IllegalStateException("device " + device + " has an open link already");
    }
    announcements.forEach((other, said) -> sink.announcement(other, ByteBuffer.wrap(said)));
    return new InProcessLink(device, sink);
  }

  @Override
  public boolean isImmediate() {
    return true;
  }

  private final class InProcessLink implements Link {
    private final String device;
    private final FrameSink sink;

    InProcessLink(String device, FrameSink sink) {
      this.device = device;
      this.sink = sink;
    }

    @Override
    public void send(Collection<String> to, ByteBuffer frame) {
      for (String receiver : to) {
        FrameSink receiving = sinks.get(receiver);
        if (receiving != null) {
          receiving.frame(frame);
        }
      }
    }

    @Override
    public void announce(ByteBuffer announcement) {
      byte[] said = new byte[announcement.remaining()];
      announcement.get(announcement.position(), said);
      announcements.put(device, said);
      tell(said);
    }

    @Override
    public void close() {
      if (sinks.remove(device, sink) && announcements.remove(device) != null) {
        tell(new byte[0]);
      }
    }

    private void tell(byte[] said) {
      sinks.forEach(
          (other, receiving) -> {
            if (!other.equals(device)) {
              receiving.announcement(device, ByteBuffer.wrap(said));
            }
          });
    }
  }
}

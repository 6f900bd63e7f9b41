package org.example.metered;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.api.transport.TransportPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Carries frames between devices of one process, and meters what each device sends: a device whose
 * allowance is used up sends nothing more. What it has sent is logged when its link closes.
 */
@TransportPlugin(name = "metered")
@Designate(ocd = Metered.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Metered implements Transport {
  private static final System.Logger LOG = System.getLogger(Metered.class.getName());

  @ObjectClassDefinition(
      name = "Metered",
      description = "Within one process; a device can send so many bytes and no more.")
  @interface Config {
    @AttributeDefinition(
        description = "Bytes that each device may send in a run; 0: as many as it likes",
        min = "0")
    long allowance() default 0;
  }

  private final long allowance;
  private final Map<String, FrameSink> sinks = new ConcurrentHashMap<>();

  @Activate
  public Metered(Config config) {
    this(config.allowance());
  }

  /** Makes the transport; an allowance of 0 bytes has no end. */
  public Metered(long allowance) {
    if (allowance < 0) {
      throw new IllegalArgumentException("allowance is 0 or more bytes, not " + allowance);
    }
    this.allowance = allowance == 0 ? Long.MAX_VALUE : allowance;
  }

  @Override
  public Link open(String device, FrameSink sink) {
    if (sinks.putIfAbsent(device, sink) != null) {
      throw new IllegalStateException("device " + device + " has an open link already");
    }
    return new Meter(device, sink);
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  private final class Meter implements Link {
    private final String device;
    private final FrameSink sink;
    private final AtomicLong sent = new AtomicLong();

    Meter(String device, FrameSink sink) {
      this.device = device;
      this.sink = sink;
    }

    @Override
    public void send(Collection<String> to, ByteBuffer frame) {
      for (String receiver : to) {
        FrameSink receiving = sinks.get(receiver);
        if (receiving != null && allowed(frame.remaining())) {
          receiving.frame(frame);
        }
      }
    }

    /**
     * Once a frame is too much, none is sent any more: what came after a gap would be of no use.
     */
    private boolean allowed(int bytes) {
      return sent.addAndGet(bytes) <= allowance;
    }

    @Override
    public void close() {
      if (sinks.remove(device, sink)) {
        LOG.log(System.Logger.Level.INFO, "{0} wanted to send {1} bytes", device, sent);
      }
    }
  }
}

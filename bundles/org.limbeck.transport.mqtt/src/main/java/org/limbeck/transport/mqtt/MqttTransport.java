package org.limbeck.transport.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.api.transport.TransportPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Carries frames between processes through an MQTT 5 broker. All links of a transport share one
 * connection, which is made when the first is opened, and made again whenever it is lost.
 *
 * <p>Frames are published with QoS 1: to one device, or at once to all that follow the sender,
 * which may be more than those addressed. While the broker is away, at most 32 MiB wait, and the
 * oldest are dropped beyond that. Each link's wire bytes are those of its PUBLISH packets as they
 * are put out first.
 */
@TransportPlugin(name = "mqtt")
@Designate(ocd = MqttTransport.Config.class, factory = true)
@Component(service = Transport.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class MqttTransport implements Transport, AutoCloseable {
  private static final Pattern DEVICE = Pattern.compile("[^/+#\\x00]+");

  @ObjectClassDefinition(
      name = "MQTT",
      description = "Carries frames between processes through an MQTT 5 broker.")
  @interface Config {
    @AttributeDefinition(
        description =
            "The broker: mqtt://HOST[:1883], mqtts://HOST[:8883] for TLS, or embedded[:PORT] for"
                + " one that is started on this machine and ends with this process")
    String broker();

    @AttributeDefinition(
        description =
            "What the processes of one run share, and no other run: letters, digits, . _ and -")
    String network();

    @AttributeDefinition(
        description =
            "A PEM file of the certificates to trust for mqtts; empty: those that Java trusts")
    String trust() default "";

    @AttributeDefinition(description = "A PEM file of the client's certificate and its chain")
    String certificate() default "";

    @AttributeDefinition(description = "A PEM file of the certificate's key, as PKCS #8")
    String key() default "";

    @AttributeDefinition(description = "The user's name at the broker; empty: none")
    String user() default "";

    @AttributeDefinition(description = "A file with the user's password in its first line")
    String passwordFile() default "";

    @AttributeDefinition(
        description =
            "Whether a frame to several devices is published once; otherwise once for each")
    boolean broadcast() default true;

    @AttributeDefinition(
        description = "Seconds: the longest silence; after half as much again a process is lost",
        min = "1",
        max = "3600")
    int keepAlive() default 20;

    @AttributeDefinition(
        description = "Seconds to wait for the broker's answers",
        min = "1",
        max = "3600")
    int connectSeconds() default 10;
  }

  private final Optional<EmbeddedBroker> embedded;
  private final MqttSettings settings;
  private MqttNode node;

  /** Is called by the component runtime. */
  @Activate
  public MqttTransport(Config config, @Reference EmbeddedBrokers brokers) {
    this(brokers.find(config.broker()), config);
  }

  private MqttTransport(Optional<EmbeddedBroker> embedded, Config config) {
    this(
        embedded,
        new MqttSettings(
            embedded
                .map(EmbeddedBroker::address)
                .orElseGet(() -> BrokerAddress.parse(config.broker())),
            config.network(),
            TlsFiles.trust(config.trust()),
            TlsFiles.key(config.certificate(), config.key()),
            Login.read(config.user(), config.passwordFile()),
            config.broadcast(),
            Duration.ofSeconds(config.keepAlive()),
            Duration.ofSeconds(config.connectSeconds())));
  }

  MqttTransport(Optional<EmbeddedBroker> embedded, MqttSettings settings) {
    this.embedded = embedded;
    this.settings = settings;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the id cannot be part of a topic's name
   * @throws IllegalStateException if the broker cannot be reached, or refuses; or if the device has
   *     an open link already
   */
  @Override
  public Link open(String device, FrameSink sink) {
    return open(device, sink, Optional.empty());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the id cannot be part of a topic's name
   * @throws IllegalStateException if the broker cannot be reached, or refuses; or if the device has
   *     an open link already
   */
  @Override
  public Link open(String device, FrameSink sink, Set<String> others) {
    return open(device, sink, Optional.of(Set.copyOf(others)));
  }

  private Link open(String device, FrameSink sink, Optional<Set<String>> others) {
    if (!DEVICE.matcher(device).matches()) {
      throw new IllegalArgumentException(
          "an MQTT topic cannot name the device '" + device + "': it has no '/', '+' or '#'");
    }
    return node().open(device, sink, others);
  }

  /** Is asked before there is a connection, and so goes by how the broker's address is written. */
  @Override
  public boolean isLocal() {
    return settings.broker().isLoopback();
  }

  @Override
  public Optional<String> network() {
    return Optional.of(settings.network());
  }

  private synchronized MqttNode node() {
    if (node == null) {
      embedded.ifPresent(EmbeddedBroker::start);
      try {
        MqttNode started = new MqttNode(settings);
        started.start();
        node = started;
      } catch (RuntimeException e) {
        embedded.ifPresent(EmbeddedBroker::close);
        throw e;
      }
    }
    return node;
  }

  /** Closes all links, the connection, and the broker that was started for it. */
  @Deactivate
  @Override
  public synchronized void close() {
    if (node != null) {
      node.close();
      node = null;
      embedded.ifPresent(EmbeddedBroker::close);
    }
  }
}

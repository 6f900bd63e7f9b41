package org.limbeck.itests.faults;

import java.util.Map;
import java.util.Optional;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.api.transport.TransportPlugin;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The transport {@code mqtt}, but for what happens to frames before they get there. */
@TransportPlugin(name = "faulty")
@Designate(ocd = FaultyTransport.Config.class, factory = true)
@Component(service = Transport.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FaultyTransport implements Transport {

  @ObjectClassDefinition(
      name = "Faulty",
      description = "MQTT that loses, repeats, delays and reorders whole frames; for tests.")
  @interface Config {
    @AttributeDefinition(description = "The broker, as mqtt has it")
    String broker();

    @AttributeDefinition(description = "The network, as mqtt has it")
    String network();

    @AttributeDefinition(description = "The share of frames that never arrive")
    double lost() default 0;

    @AttributeDefinition(description = "The share of frames that arrive twice")
    double repeated() default 0;

    @AttributeDefinition(description = "The share of frames that come up to eight frames later")
    double late() default 0;

    @AttributeDefinition(description = "The share of frames that the next one overtakes")
    double overtaken() default 0;

    @AttributeDefinition(description = "Decides which frames")
    long seed() default 1;

    @AttributeDefinition(
        description = "Which frame of a device, from 1, has a value that is wrong; 0 for none")
    int forged() default 0;
  }

  private final Faults faults;
  private final int forged;
  private final Configured<Transport> mqtt;

  /** Is called by the component runtime. */
  @Activate
  public FaultyTransport(
      Config config, BundleContext context, @Reference ConfigurationAdmin configurations) {
    this.faults =
        new Faults(
            config.lost(), config.repeated(), config.late(), config.overtaken(), config.seed());
    this.forged = config.forged();
    this.mqtt =
        new Configured<>(
            context,
            configurations,
            Transport.class,
            "org.limbeck.transport.mqtt.MqttTransport",
            Map.of("broker", config.broker(), "network", config.network()));
  }

  @Override
  public Link open(String device, FrameSink sink) {
    return new FaultyLink(device, mqtt.service().open(device, sink), faults, forged);
  }

  @Override
  public boolean isLocal() {
    return mqtt.service().isLocal();
  }

  @Override
  public Optional<String> network() {
    return mqtt.service().network();
  }

  /** Is called by the component runtime. */
  @Deactivate
  public void close() {
    mqtt.close();
  }
}

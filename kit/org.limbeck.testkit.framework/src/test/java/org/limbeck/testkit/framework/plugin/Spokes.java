package org.limbeck.testkit.framework.plugin;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.TopologyPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** A plug-in to test the framework with: all devices talk to the hub. */
@TopologyPlugin(name = "spokes")
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Spokes implements Topology {

  @interface Config {
    int hub() default 0;
  }

  private final int hub;

  @Activate
  public Spokes(Config config) {
    if (config.hub() < 0) {
      throw new IllegalArgumentException("the hub is device 0 or a later one, not " + config.hub());
    }
    this.hub = config.hub();
  }

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    return new Graph(
        devices.size(),
        IntStream.range(0, devices.size())
            .filter(device -> device != hub)
            .mapToObj(device -> new Edge(device, hub))
            .toList());
  }
}

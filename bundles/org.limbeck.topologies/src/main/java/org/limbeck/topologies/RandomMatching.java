package org.limbeck.topologies;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.TopologyPlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Every round, devices are paired at random, each pairing as likely as any other; with an odd
 * number of devices one has no partner. A maximal matching of the complete graph: the gossip of S.
 * Boyd, A. Ghosh, B. Prabhakar, D. Shah, <i>Randomized Gossip Algorithms</i>, IEEE Transactions on
 * Information Theory 52 (2006), with all pairs of a round at once.
 */
@TopologyPlugin(name = "random-matching")
@Designate(ocd = RandomMatching.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RandomMatching implements Topology {

  @ObjectClassDefinition(
      name = "Random matching",
      description = "Every round each device talks to one other, chosen at random.")
  @interface Config {}

  @Override
  public Graph connect(List<String> devices, RandomGenerator random) {
    int n = devices.size();
    int[] order = IntStream.range(0, n).toArray();
    PermutationSampler.shuffle(random::nextLong, order);
    List<Edge> edges =
        IntStream.range(0, n / 2).mapToObj(i -> new Edge(order[2 * i], order[2 * i + 1])).toList();
    return new Graph(n, edges);
  }

  @Override
  public boolean isTimeVarying() {
    return true;
  }
}

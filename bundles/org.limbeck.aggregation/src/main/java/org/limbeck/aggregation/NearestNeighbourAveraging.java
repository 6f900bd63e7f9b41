package org.limbeck.aggregation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.AggregationRulePlugin;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.topology.Graph;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The mean of what a device says in the round, and of what all its neighbours say but the f that
 * are most distant from it. S. Farhadkhani and others, <i>Robust Collaborative Learning with Linear
 * Gradient Overhead</i>, ICML 2023: nearest-neighbour averaging.
 *
 * <p>A distance is over all rows of the exchange together: an honest neighbour differs on the rows
 * of some classes, one that lies about all rows on all of them. It is between soft decisions
 * without their weights, so that nobody comes nearer, or goes further, by a {@linkplain
 * org.limbeck.api.weighting.Weighting weight}; in the mean they count by their weights, up to a
 * limit. Who lies about a few rows only may be among the nearest.
 */
@AggregationRulePlugin(name = "nearest-neighbour-averaging")
@Designate(ocd = NearestNeighbourAveraging.Config.class, factory = true)
@Component(service = AggregationRule.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class NearestNeighbourAveraging extends FreshRule {

  @ObjectClassDefinition(
      name = "Nearest-neighbour averaging",
      description = "The mean without those neighbours who differ most over all rows.")
  @interface Config {
    @AttributeDefinition(
        description =
            "How many adversaries among a device's neighbours it shall withstand, 0 or more: as"
                + " many neighbours are left out, whether they lie or not",
        min = "0")
    int adversaries() default 1;
  }

  private final RobustnessCheck withstanding;

  @Activate
  public NearestNeighbourAveraging(Config config) {
    this(config.adversaries());
  }

  /** Makes the rule, which leaves out so many neighbours. */
  public NearestNeighbourAveraging(int adversaries) {
    this.withstanding = new RobustnessCheck(adversaries);
  }

  @Override
  public List<String> concerns(Graph graph) {
    return withstanding.concerns(graph);
  }

  /** Whom it leaves out does not depend on weights. */
  @Override
  public boolean isLinear() {
    return true;
  }

  @Override
  List<Peer> select(Block own, List<Peer> peers) {
    double[] distances =
        peers.stream().mapToDouble(peer -> SharedRows.distance(own, peer.copy())).toArray();
    return IntStream.range(0, distances.length)
        .boxed()
        .sorted(Comparator.comparingDouble(m -> distances[m]))
        .limit(Math.max(0, peers.size() - withstanding.adversaries()))
        .sorted()
        .map(peers::get)
        .toList();
  }

  @Override
  void combine(NeighbourDecisions all, float[] into, int offset) {
    double[] weights = new double[all.size()];
    for (int n = 0; n < all.size(); n++) {
      for (int k = 0; k < all.classes(); k++) {
        weights[n] += Math.max(0, all.value(n, k));
      }
    }
    double most = mostOfTheHonest(weights);
    for (int k = 0; k < all.classes(); k++) {
      double sum = 0;
      for (int n = 0; n < all.size(); n++) {
        double share = weights[n] > most ? most / weights[n] : 1;
        sum += share * Math.max(0, all.value(n, k));
      }
      into[offset + k] = (float) (sum / all.size());
    }
  }

  /**
   * Returns what nobody may exceed on a row: the device's own weight or, if that is more, the (f +
   * 1)-th largest of its neighbours. An honest device has as much.
   */
  private double mostOfTheHonest(double[] weights) {
    double[] ascending = Arrays.copyOfRange(weights, 1, weights.length);
    Arrays.sort(ascending);
    int place = ascending.length - 1 - withstanding.adversaries();
    return place < 0 ? weights[0] : Math.max(weights[0], ascending[place]);
  }
}

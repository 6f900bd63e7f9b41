package org.limbeck.partitions;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.DirichletSampler;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.partition.PartitionPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Divides each class among the devices in proportions drawn from a symmetric Dirichlet(α)
 * distribution: the smaller α, the fewer devices share a class. The common benchmark of learning on
 * unlike data, after Yurochkin et al., <i>Bayesian Nonparametric Federated Learning of Neural
 * Networks</i>, ICML 2019. Draws again until every device has {@code minRows}.
 */
@PartitionPlugin(name = "dirichlet")
@Designate(ocd = Dirichlet.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Dirichlet implements Partition {
  @ObjectClassDefinition(
      name = "Dirichlet",
      description = "Divides each class among the devices in Dirichlet(alpha) proportions.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Concentration, 0.001 or more: near 0 a class is on one device, above 100 on all alike",
        min = "0.001")
    double alpha() default 0.5;

    @AttributeDefinition(description = RowLimits.MIN_ROWS, min = "1")
    int minRows() default 10;

    @AttributeDefinition(description = RowLimits.MAX_ROWS, min = "1")
    int maxRows() default 1_000_000_000;
  }

  private final double alpha;
  private final RowLimits limits;

  @Activate
  public Dirichlet(Config config) {
    this(config.alpha(), config.minRows(), config.maxRows());
  }

  /**
   * Makes the partition.
   *
   * @throws IllegalArgumentException if {@code minRows} is above {@code maxRows}
   */
  public Dirichlet(double alpha, int minRows, int maxRows) {
    this.alpha = alpha;
    this.limits = new RowLimits(minRows, maxRows);
  }

  @Override
  public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
    limits.requireEnough(labels.length, devices);
    return limits.redraw(devices, alpha, () -> draw(labels, classes, devices, random), random);
  }

  private int[][] draw(int[] labels, int classes, int devices, RandomGenerator random) {
    if (devices == 1) {
      return new int[][] {RowAssignment.shuffled(labels.length, random)};
    }
    DirichletSampler sampler = DirichletSampler.symmetric(random::nextLong, devices, alpha);
    int[] order = RowAssignment.shuffled(labels.length, random);
    IntStream.Builder[] split = new IntStream.Builder[devices];
    Arrays.setAll(split, d -> IntStream.builder());
    for (int c = 0; c < classes; c++) {
      int label = c;
      int[] rows = Arrays.stream(order).filter(row -> labels[row] == label).toArray();
      int[] cuts = RowAssignment.cuts(sampler.sample(), rows.length);
      for (int d = 0; d < devices; d++) {
        for (int i = cuts[d]; i < cuts[d + 1]; i++) {
          split[d].add(rows[i]);
        }
      }
    }
    return Arrays.stream(split).map(rows -> rows.build().toArray()).toArray(int[][]::new);
  }
}

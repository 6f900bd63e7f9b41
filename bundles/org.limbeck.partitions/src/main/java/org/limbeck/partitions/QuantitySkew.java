package org.limbeck.partitions;

import java.util.Arrays;
import java.util.random.RandomGenerator;
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
 * Gives devices unlike numbers of rows, in proportions drawn from a symmetric Dirichlet(α)
 * distribution, and to each the same mixture of classes: the quantity skew of Q. Li, Y. Diao, Q.
 * Chen, B. He, <i>Federated Learning on Non-IID Data Silos: An Experimental Study</i>, ICDE 2022.
 * Draws again until every device has {@code minRows}.
 */
@PartitionPlugin(name = "quantity-skew")
@Designate(ocd = QuantitySkew.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class QuantitySkew implements Partition {

  @ObjectClassDefinition(
      name = "Quantity skew",
      description = "Gives devices unlike numbers of rows, and the same mixture of classes.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Concentration, 0.001 or more: near 0 a device has most rows, above 100 all as many",
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
  public QuantitySkew(Config config) {
    this(config.alpha(), config.minRows(), config.maxRows());
  }

  /**
   * Makes the partition.
   *
   * @throws IllegalArgumentException if {@code minRows} is above {@code maxRows}
   */
  public QuantitySkew(double alpha, int minRows, int maxRows) {
    this.alpha = alpha;
    this.limits = new RowLimits(minRows, maxRows);
  }

  @Override
  public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
    limits.requireEnough(labels.length, devices);
    int[] rows = RowAssignment.shuffled(labels.length, random);
    return limits.redraw(devices, alpha, () -> draw(rows, devices, random), random);
  }

  private int[][] draw(int[] rows, int devices, RandomGenerator random) {
    if (devices == 1) {
      return new int[][] {rows};
    }
    double[] proportions = DirichletSampler.symmetric(random::nextLong, devices, alpha).sample();
    int[] cuts = RowAssignment.cuts(proportions, rows.length);
    int[][] split = new int[devices][];
    for (int d = 0; d < devices; d++) {
      split[d] = Arrays.copyOfRange(rows, cuts[d], cuts[d + 1]);
    }
    return split;
  }
}

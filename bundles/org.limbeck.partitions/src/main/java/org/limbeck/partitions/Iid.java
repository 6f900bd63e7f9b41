package org.limbeck.partitions;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.partition.PartitionPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Shuffles the rows and deals them out evenly: all devices see the same mixture of classes. */
@PartitionPlugin(name = "iid")
@Designate(ocd = Iid.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Iid implements Partition {

  @ObjectClassDefinition(
      name = "IID",
      description = "Deals the rows out evenly: all devices see the same mixture of classes.")
  @interface Config {
    @AttributeDefinition(description = RowLimits.MAX_ROWS, min = "1")
    int maxRows() default 1_000_000_000;
  }

  private final int maxRows;

  @Activate
  public Iid(Config config) {
    this(config.maxRows());
  }

  /** Makes the partition; a device gets at most {@code maxRows} rows. */
  public Iid(int maxRows) {
    this.maxRows = maxRows;
  }

  @Override
  public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
    RowAssignment.requireOneEach(labels.length, devices);
    int[] rows = RowAssignment.shuffled(labels.length, random);
    int[][] split = new int[devices][];
    for (int d = 0; d < devices; d++) {
      int from = (int) ((long) rows.length * d / devices);
      int to = (int) ((long) rows.length * (d + 1) / devices);
      split[d] = Arrays.copyOfRange(rows, from, from + Math.min(maxRows, to - from));
    }
    return split;
  }
}

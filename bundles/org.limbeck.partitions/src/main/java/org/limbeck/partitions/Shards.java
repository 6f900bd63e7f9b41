package org.limbeck.partitions;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.partition.PartitionPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Sorts the rows by class, cuts them into as many shards for each device, and deals these out at
 * random, so that a device sees few classes. B. McMahan, E. Moore, D. Ramage, S. Hampson, B. Agüera
 * y Arcas, <i>Communication-Efficient Learning of Deep Networks from Decentralized Data</i>,
 * AISTATS 2017. A shard is of one class: each class is cut into shards about as large as those of
 * the others. Only where there are fewer shards than classes do shards hold several; all are as
 * large then.
 */
@PartitionPlugin(name = "shards")
@Designate(ocd = Shards.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Shards implements Partition {

  @ObjectClassDefinition(
      name = "Shards",
      description = "Deals out shards of rows of one class, so that a device sees few classes.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Shards for each device, and so the most classes that it sees, 1 or more; all devices"
                + " together need as many as there are classes",
        min = "1")
    int classesPerDevice() default 2;

    @AttributeDefinition(description = RowLimits.MAX_ROWS, min = "1")
    int maxRows() default 1_000_000_000;
  }

  private final int perDevice;
  private final int maxRows;

  @Activate
  public Shards(Config config) {
    this(config.classesPerDevice(), config.maxRows());
  }

  /** Makes the partition: so many shards for each device, and at most {@code maxRows} rows. */
  public Shards(int classesPerDevice, int maxRows) {
    this.perDevice = classesPerDevice;
    this.maxRows = maxRows;
  }

  @Override
  public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
    RowAssignment.requireOneEach(labels.length, devices);
    if ((long) devices * perDevice > labels.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "classesPerDevice: %d private rows are too few for %d devices with %d shards each:"
                  + " use %s%d shards or fewer",
              labels.length,
              devices,
              perDevice,
              perDevice > labels.length ? "" : labels.length / perDevice + " devices or fewer, or ",
              labels.length / devices));
    }
    int[] order = RowAssignment.shuffled(labels.length, random);
    int[] sorted =
        IntStream.range(0, classes)
            .flatMap(c -> Arrays.stream(order).filter(row -> labels[row] == c))
            .toArray();
    int[] starts = ShardBounds.starts(labels, classes, devices * perDevice);
    int[] deal = RowAssignment.shuffled(devices * perDevice, random);
    int[][] split = new int[devices][];
    for (int d = 0; d < devices; d++) {
      split[d] =
          Arrays.stream(deal, d * perDevice, (d + 1) * perDevice)
              .flatMap(shard -> Arrays.stream(sorted, starts[shard], starts[shard + 1]))
              .toArray();
    }
    return RowAssignment.capped(split, maxRows, random);
  }
}

package org.example.shards;

import java.util.Arrays;
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
 * Sorts the rows by class, cuts them into shards of equal size, and deals the shards to the
 * devices, so that a device sees few classes: the "pathological" partition of B. McMahan et al.,
 * <i>Communication-Efficient Learning of Deep Networks from Decentralized Data</i>, AISTATS 2017.
 */
@PartitionPlugin(name = "shards")
@Designate(ocd = Shards.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Shards implements Partition {

  @ObjectClassDefinition(
      name = "Shards",
      description = "Each device gets a few shards of rows, each of one class or two.")
  @interface Config {
    @AttributeDefinition(description = "Shards for each device, 1 or more", min = "1")
    int perDevice() default 2;
  }

  private final int perDevice;

  @Activate
  public Shards(Config config) {
    this(config.perDevice());
  }

  /** Makes the partition with so many shards for each device, at least 1. */
  public Shards(int perDevice) {
    if (perDevice < 1) {
      throw new IllegalArgumentException("perDevice is 1 or more, not " + perDevice);
    }
    this.perDevice = perDevice;
  }

  @Override
  public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
    int shards = Math.multiplyExact(devices, perDevice);
    if (shards > labels.length) {
      throw new IllegalArgumentException(
          "%d rows make no %d shards, %d for each device: %d devices would do"
              .formatted(labels.length, shards, perDevice, labels.length / perDevice));
    }
    int[] sorted = sortedByClass(labels, classes);
    int[] deal = shuffled(shards, random);
    return IntStream.range(0, devices)
        .mapToObj(
            device ->
                Arrays.stream(deal, device * perDevice, (device + 1) * perDevice)
                    .flatMap(
                        shard ->
                            Arrays.stream(
                                sorted,
                                start(shard, shards, labels.length),
                                start(shard + 1, shards, labels.length)))
                    .sorted()
                    .toArray())
        .toArray(int[][]::new);
  }

  private static int start(int shard, int shards, int rows) {
    return (int) ((long) shard * rows / shards);
  }

  private static int[] sortedByClass(int[] labels, int classes) {
    return IntStream.range(0, classes)
        .flatMap(c -> IntStream.range(0, labels.length).filter(row -> labels[row] == c))
        .toArray();
  }

  private static int[] shuffled(int count, RandomGenerator random) {
    int[] order = IntStream.range(0, count).toArray();
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}

package org.example.blocks;

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
 * Cuts the rows, in the order in which they stand, into blocks of equal size, and deals the blocks
 * to the devices: for rows that were recorded one after the other, so that a device has those of a
 * few stretches of time.
 */
@PartitionPlugin(name = "blocks")
@Designate(ocd = Blocks.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Blocks implements Partition {

  @ObjectClassDefinition(
      name = "Blocks",
      description = "Each device gets a few blocks of rows that follow each other.")
  @interface Config {
    @AttributeDefinition(description = "Blocks for each device, 1 or more", min = "1")
    int perDevice() default 2;
  }

  private final int perDevice;

  @Activate
  public Blocks(Config config) {
    this(config.perDevice());
  }

  /** Makes the partition with so many blocks for each device, at least 1. */
  public Blocks(int perDevice) {
    if (perDevice < 1) {
      throw new IllegalArgumentException("perDevice is 1 or more, not " + perDevice);
    }
    this.perDevice = perDevice;
  }

  @Override
  public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
    int blocks = Math.multiplyExact(devices, perDevice);
    if (blocks > labels.length) {
      throw new IllegalArgumentException(
          "%d rows make no %d blocks, %d for each device: %d devices would do"
              .formatted(labels.length, blocks, perDevice, labels.length / perDevice));
    }
    int[] deal = shuffled(blocks, random);
    return IntStream.range(0, devices)
        .mapToObj(
            device ->
                Arrays.stream(deal, device * perDevice, (device + 1) * perDevice)
                    .flatMap(
                        block ->
                            IntStream.range(
                                start(block, blocks, labels.length),
                                start(block + 1, blocks, labels.length)))
                    .sorted()
                    .toArray())
        .toArray(int[][]::new);
  }

  private static int start(int block, int blocks, int rows) {
    return (int) ((long) block * rows / blocks);
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

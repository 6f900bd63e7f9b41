package org.limbeck.partitions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.partition.PartitionPlugin;
import org.limbeck.api.privatedata.LabelledRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Keeps rows of a group together, such as those of a writer or of a place, and deals groups to
 * devices so that all have about as many rows: the largest group that is left to the device with
 * the fewest rows (R. Graham, <i>Bounds on Multiprocessing Timing Anomalies</i>, SIAM Journal on
 * Applied Mathematics 17, 1969). Two devices differ by the largest group at the most. Groups as
 * devices: S. Caldas et al., <i>LEAF: A Benchmark for Federated Settings</i>, 2018.
 */
@PartitionPlugin(name = "by-group")
@Designate(ocd = ByGroup.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ByGroup implements Partition {

  @ObjectClassDefinition(
      name = "By group",
      description = "Rows of a group, such as those of a writer, stay on one device.")
  @interface Config {
    @AttributeDefinition(description = RowLimits.MAX_ROWS, min = "1")
    int maxRows() default 1_000_000_000;
  }

  private final int maxRows;

  @Activate
  public ByGroup(Config config) {
    this(config.maxRows());
  }

  /** Makes the partition; a device gets at most {@code maxRows} rows. */
  public ByGroup(int maxRows) {
    this.maxRows = maxRows;
  }

  /**
   * Refuses: labels do not tell groups.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
    throw withoutGroup(labels.length, labels.length);
  }

  @Override
  public int[][] split(LabelledRows rows, int classes, int devices, RandomGenerator random) {
    RowAssignment.requireOneEach(rows.rows(), devices);
    List<int[]> groups = groups(rows);
    if (groups.size() < devices) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "there are %d groups of private rows for %d devices, and every device needs one: use"
                  + " %d devices or fewer",
              groups.size(),
              devices,
              groups.size()));
    }
    return RowAssignment.capped(deal(groups, devices, random), maxRows, random);
  }

  private static List<int[]> groups(LabelledRows rows) {
    Map<String, IntStream.Builder> groups = new LinkedHashMap<>();
    for (int row = 0; row < rows.rows(); row++) {
      groups.computeIfAbsent(rows.group(row), name -> IntStream.builder()).add(row);
    }
    List<int[]> all = new ArrayList<>();
    groups.forEach(
        (name, builder) -> {
          int[] members = builder.build().toArray();
          if (name.isEmpty()) {
            throw withoutGroup(members.length, rows.rows());
          }
          all.add(members);
        });
    return all;
  }

  private static int[][] deal(List<int[]> groups, int devices, RandomGenerator random) {
    List<int[]> largestFirst = new ArrayList<>();
    for (int group : RowAssignment.shuffled(groups.size(), random)) {
      largestFirst.add(groups.get(group));
    }
    largestFirst.sort(Comparator.comparingInt((int[] group) -> group.length).reversed());
    PriorityQueue<Hand> hands =
        new PriorityQueue<>(Comparator.comparingInt(Hand::size).thenComparingInt(Hand::turn));
    int[] turns = RowAssignment.shuffled(devices, random);
    for (int d = 0; d < devices; d++) {
      hands.add(new Hand(d, turns[d], 0, IntStream.builder()));
    }
    for (int[] group : largestFirst) {
      hands.add(hands.remove().with(group));
    }
    int[][] split = new int[devices][];
    hands.forEach(hand -> split[hand.device] = hand.rows.build().toArray());
    return split;
  }

  private static IllegalArgumentException withoutGroup(int rows, int all) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%d of %d private rows belong to no group: use data that tell the group of every row,"
                + " or another partition",
            rows,
            all));
  }

  private record Hand(int device, int turn, int size, IntStream.Builder rows) {
    Hand with(int[] group) {
      for (int row : group) {
        rows.add(row);
      }
      return new Hand(device, turn, size + group.length, rows);
    }
  }
}

package org.limbeck.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.partition.Partition;
import org.limbeck.api.privatedata.LabelledRows;

class PartitionContractTest extends ContractTests {

  /** Deals the shuffled rows out in turn. */
  static int[][] deal(int[] labels, int devices, RandomGenerator random) {
    int rows = labels.length;
    if (devices > rows) {
      throw new IllegalArgumentException(rows + " rows are enough for " + rows + " devices");
    }
    int[] order = IntStream.range(0, rows).toArray();
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return IntStream.range(0, devices)
        .mapToObj(
            d ->
                IntStream.range(0, rows).filter(i -> i % devices == d).map(i -> order[i]).toArray())
        .toArray(int[][]::new);
  }

  /** Deals out groups as if they were rows. */
  static Partition byGroup() {
    return new Partition() {
      @Override
      public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
        throw new IllegalArgumentException("labels do not tell groups");
      }

      @Override
      public int[][] split(LabelledRows rows, int classes, int devices, RandomGenerator random) {
        List<String> groups =
            IntStream.range(0, rows.rows()).mapToObj(rows::group).distinct().toList();
        if (groups.contains("")) {
          throw new IllegalArgumentException("there are no groups");
        }
        return Arrays.stream(deal(new int[groups.size()], devices, random))
            .map(hand -> Arrays.stream(hand).mapToObj(groups::get).toList())
            .map(
                hand ->
                    IntStream.range(0, rows.rows())
                        .filter(row -> hand.contains(rows.group(row)))
                        .toArray())
            .toArray(int[][]::new);
      }
    };
  }

  @Passes
  static class Dealt extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> deal(labels, devices, random);
    }
  }

  @Passes
  static class InOrder extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> deal(labels, devices, new Random(1));
    }

    @Override
    protected boolean isRandom() {
      return false;
    }
  }

  @Passes
  static class AtLeastTwoRowsEach extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> {
        if (labels.length < 2 * devices) {
          throw new IllegalArgumentException("needs " + 2 * devices + " rows");
        }
        return deal(labels, devices, random);
      };
    }
  }

  @Passes
  static class WholeGroups extends PartitionContract {
    @Override
    protected Partition partition() {
      return byGroup();
    }
  }

  @Fails("dividesRowsWithoutGroupsOrSaysWhyNot")
  static class ThinksThatAllRowsHaveGroups extends PartitionContract {
    @Override
    protected Partition partition() {
      Partition byGroup = byGroup();
      return new Partition() {
        @Override
        public int[][] split(int[] labels, int classes, int devices, RandomGenerator random) {
          return byGroup.split(labels, classes, devices, random);
        }

        @Override
        public int[][] split(LabelledRows rows, int classes, int devices, RandomGenerator random) {
          if (rows.group(0).isEmpty()) {
            throw new IllegalStateException("no groups");
          }
          return byGroup.split(rows, classes, devices, random);
        }
      };
    }
  }

  @Fails({"givesEveryDeviceItsRows", "dividesFewRowsOrSaysWhyNot"})
  static class AnEmptyHand extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> {
        int[][] split = deal(labels, devices, random);
        split[0] = new int[0];
        return split;
      };
    }
  }

  @Fails({"givesNoRowTwice", "copesWithAClassWithoutRows", "dividesFewRowsOrSaysWhyNot"})
  static class DealsARowTwice extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> {
        int[][] split = deal(labels, devices, random);
        split[0] = Arrays.copyOf(split[0], split[0].length + 1);
        split[0][split[0].length - 1] = split[devices - 1][0];
        return split;
      };
    }
  }

  @Fails({"givesOnlyRowsThatAreThere", "dividesFewRowsOrSaysWhyNot"})
  static class CountsFromOne extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> {
        int[][] split = deal(labels, devices, random);
        for (int[] rows : split) {
          Arrays.setAll(rows, i -> rows[i] + 1);
        }
        return split;
      };
    }
  }

  @Fails({"isTheSameForTheSameStream", "isSafeForSeveralThreads"})
  static class OtherSourceOfRandomness extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> deal(labels, devices, new Random());
    }
  }

  @Fails("differsForAnotherStream")
  static class IgnoresTheStream extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> deal(labels, devices, new Random(1));
    }
  }

  @Fails("leavesTheLabelsAsTheyAre")
  static class SortsTheLabels extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> {
        Arrays.sort(labels);
        return deal(labels, devices, random);
      };
    }
  }

  @Fails("copesWithAClassWithoutRows")
  static class NeedsAllClasses extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> {
        if (Arrays.stream(labels).distinct().count() < classes) {
          throw new IllegalStateException("a class has no rows");
        }
        return deal(labels, devices, random);
      };
    }
  }

  @Fails("refusesMoreDevicesThanRows")
  static class RefusesWithoutANumber extends PartitionContract {
    @Override
    protected Partition partition() {
      return (labels, classes, devices, random) -> {
        if (devices > labels.length) {
          throw new IllegalArgumentException("too many devices");
        }
        return deal(labels, devices, random);
      };
    }
  }
}

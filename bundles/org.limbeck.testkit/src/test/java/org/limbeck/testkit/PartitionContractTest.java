package org.limbeck.testkit;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.partition.Partition;

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

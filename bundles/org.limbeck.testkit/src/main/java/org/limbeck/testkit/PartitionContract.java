package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.partition.Partition;

/** What every {@link Partition} promises. The rows that it is tested with belong to 48 groups. */
public abstract class PartitionContract {
  private static final int ROWS = 600;
  private static final int CLASSES = 10;
  private static final int MOST = 16;

  /** Returns the partition under test. */
  protected abstract Partition partition();

  /** Returns whether another random stream gives other rows; by default it does. */
  protected boolean isRandom() {
    return true;
  }

  @Test
  void givesEveryDeviceItsRows() {
    for (int devices = 1; devices <= MOST; devices++) {
      int[][] split = split(partition(), devices, 1);
      assertThat(split).as("one list of rows per device").hasNumberOfRows(devices);
      for (int[] rows : split) {
        assertThat(rows).as("the rows of one of %d devices", devices).isNotEmpty();
      }
    }
  }

  @Test
  void givesNoRowTwice() {
    for (int devices = 1; devices <= MOST; devices++) {
      assertThat(all(split(partition(), devices, 2))).doesNotHaveDuplicates();
    }
  }

  @Test
  void givesOnlyRowsThatAreThere() {
    for (int devices = 1; devices <= MOST; devices++) {
      for (int row : all(split(partition(), devices, 3))) {
        assertThat(row).isBetween(0, ROWS - 1);
      }
    }
  }

  @Test
  void isTheSameForTheSameStream() {
    Partition partition = partition();
    int[][] first = split(partition, 8, 4);
    assertThat(split(partition, 8, 4)).as("divided again").isDeepEqualTo(first);
    assertThat(split(partition(), 8, 4)).as("divided by another instance").isDeepEqualTo(first);
  }

  @Test
  void differsForAnotherStream() {
    boolean same = Arrays.deepEquals(split(partition(), 8, 5), split(partition(), 8, 6));
    assertThat(same).as("the same for two streams").isEqualTo(!isRandom());
  }

  @Test
  void leavesTheLabelsAsTheyAre() {
    int[] labels = labels();
    try {
      partition().split(labels, CLASSES, 8, new SplittableRandom(7));
    } catch (IllegalArgumentException refusal) {
      assertThat(refusal).message().as("why labels alone will not do").isNotBlank();
    }
    assertThat(labels).isEqualTo(labels());
  }

  @Test
  void copesWithAClassWithoutRows() {
    int[][] split =
        partition().split(GroupedRows.of(labels()), CLASSES + 2, 4, new SplittableRandom(8));
    assertThat(all(split)).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void refusesMoreDevicesThanRows() {
    GroupedRows few = GroupedRows.of(0, 1, 0, 1, 0);
    assertThatThrownBy(() -> partition().split(few, 2, 6, new SplittableRandom(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .as("the message says how many devices or rows would do")
        .containsPattern("\\d");
  }

  @Test
  void dividesFewRowsOrSaysWhyNot() {
    int[][] split;
    try {
      split = partition().split(GroupedRows.of(0, 1, 0, 1, 0), 2, 5, new SplittableRandom(10));
    } catch (IllegalArgumentException refusal) {
      assertThat(refusal).message().isNotBlank();
      return;
    }
    assertThat(split).hasNumberOfRows(5);
    assertThat(all(split)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void dividesRowsWithoutGroupsOrSaysWhyNot() {
    int[][] split;
    try {
      split =
          partition()
              .split(GroupedRows.withoutGroups(labels()), CLASSES, 8, new SplittableRandom(12));
    } catch (IllegalArgumentException refusal) {
      assertThat(refusal).message().isNotBlank();
      return;
    }
    assertThat(split).hasNumberOfRows(8);
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    Partition partition = partition();
    int[][] alone = split(partition, 8, 11);
    for (int[][] split : ConcurrentTasks.run(4, i -> () -> split(partition, 8, 11))) {
      assertThat(split).isDeepEqualTo(alone);
    }
  }

  private static int[][] split(Partition partition, int devices, long seed) {
    return partition.split(GroupedRows.of(labels()), CLASSES, devices, new SplittableRandom(seed));
  }

  private static int[] labels() {
    return IntStream.range(0, ROWS).map(i -> i * 7 % CLASSES).toArray();
  }

  private static int[] all(int[][] split) {
    return Arrays.stream(split).flatMapToInt(Arrays::stream).toArray();
  }
}

package org.limbeck.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ByGroupPropertyTest {

  @Property(tries = 300)
  void devicesDifferByTheLargestGroupAtTheMost(
      @ForAll @IntRange(min = 1, max = 10) int devices,
      @ForAll @IntRange(min = 0, max = 30) int more,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int groups = devices + more;
    String[] names =
        IntStream.range(0, groups + 200)
            .mapToObj(
                row -> "g" + (row < groups ? row : random.nextInt(1 + random.nextInt(groups))))
            .toArray(String[]::new);
    int[][] split =
        new ByGroup(Integer.MAX_VALUE).split(new GroupedLabels(names), 1, devices, random);
    assertThat(LabelledSplit.all(split)).isEqualTo(IntStream.range(0, names.length).toArray());
    long largest =
        IntStream.range(0, groups)
            .mapToLong(g -> Arrays.stream(names).filter(("g" + g)::equals).count())
            .max()
            .orElseThrow();
    int[] sizes = LabelledSplit.sizes(split);
    assertThat(Arrays.stream(sizes).max().orElseThrow() - Arrays.stream(sizes).min().orElseThrow())
        .isLessThanOrEqualTo((int) largest);
    long homes =
        Arrays.stream(split)
            .mapToLong(rows -> Arrays.stream(rows).mapToObj(row -> names[row]).distinct().count())
            .sum();
    assertThat(homes).as("homes of all groups").isEqualTo(groups);
  }
}

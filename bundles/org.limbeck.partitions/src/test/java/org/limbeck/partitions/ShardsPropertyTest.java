package org.limbeck.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShardsPropertyTest {

  @Property(tries = 300)
  void aDeviceSeesNoMoreClassesThanItIsTold(
      @ForAll @IntRange(min = 1, max = 12) int classes,
      @ForAll @IntRange(min = 1, max = 4) int perDevice,
      @ForAll @IntRange(min = 0, max = 20) int more,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int devices = (classes + perDevice - 1) / perDevice + more;
    int[] labels =
        random
            .ints(devices * perDevice + 300, 0, classes)
            .map(c -> random.nextInt(c + 1))
            .toArray();
    int[][] split =
        new Shards(perDevice, Integer.MAX_VALUE).split(labels, classes, devices, random);
    assertThat(LabelledSplit.all(split)).isEqualTo(IntStream.range(0, labels.length).toArray());
    for (int[] rows : split) {
      assertThat(rows).isNotEmpty();
      assertThat(Arrays.stream(rows).map(row -> labels[row]).distinct().count())
          .isLessThanOrEqualTo(perDevice);
    }
  }
}

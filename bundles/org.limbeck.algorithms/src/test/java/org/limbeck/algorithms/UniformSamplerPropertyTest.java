package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UniformSamplerPropertyTest {

  @Property(tries = 300)
  void drawsDistinctRowsThatAreThere(
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 80) int most,
      @ForAll long seed) {
    UniformSampler sampler = new UniformSampler(rows, most);
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < 4; draw++) {
      int[] drawn = new int[sampler.capacity()];
      sampler.draw(random, drawn);
      assertThat(drawn).hasSize(Math.min(rows, most)).doesNotHaveDuplicates();
      for (int row : drawn) {
        assertThat(row).isBetween(0, rows - 1);
      }
    }
  }
}

package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class UniformSamplerTest {

  @Test
  void drawsAllRowsIfThereAreFewerThanWanted() {
    UniformSampler sampler = new UniformSampler(5, 8);
    assertThat(sampler.capacity()).isEqualTo(5);
    assertThat(draw(sampler, new SplittableRandom(1))).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void writesNoMoreThanItsSize() {
    UniformSampler sampler = new UniformSampler(50, 3);
    int[] into = {-1, -1, -1, -1, -1};
    sampler.draw(new SplittableRandom(1), into);
    assertThat(into).endsWith(-1, -1);
    assertThat(Arrays.copyOf(into, 3)).doesNotContain(-1);
  }

  @Test
  void drawsDependOnTheStreamAlone() {
    UniformSampler used = new UniformSampler(40, 7);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 25; i++) {
      draw(used, random);
    }
    assertThat(draw(used, new SplittableRandom(2)))
        .isEqualTo(draw(new UniformSampler(40, 7), new SplittableRandom(2)));
  }

  @Test
  void drawsDifferFromStreamToStreamAndFromDrawToDraw() {
    UniformSampler sampler = new UniformSampler(40, 7);
    SplittableRandom random = new SplittableRandom(1);
    int[] first = draw(sampler, random);
    assertThat(draw(sampler, random)).isNotEqualTo(first);
    assertThat(draw(sampler, new SplittableRandom(2))).isNotEqualTo(first);
  }

  @Test
  void everyRowComesUpAlikeInEveryPlace() {
    int draws = 16_000;
    UniformSampler sampler = new UniformSampler(8, 3);
    SplittableRandom random = new SplittableRandom(1);
    int[][] times = new int[3][8];
    for (int i = 0; i < draws; i++) {
      int[] rows = draw(sampler, random);
      for (int place = 0; place < 3; place++) {
        times[place][rows[place]]++;
      }
    }
    for (int[] place : times) {
      for (int count : place) {
        assertThat(count).as("times that a row came up in a place").isBetween(1800, 2200);
      }
    }
  }

  private static int[] draw(UniformSampler sampler, RandomGenerator random) {
    int[] rows = new int[sampler.capacity()];
    sampler.draw(random, rows);
    return rows;
  }
}

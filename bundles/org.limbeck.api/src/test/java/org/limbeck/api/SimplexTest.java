package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimplexTest {

  @Test
  void cutsOffWhatIsNegativeAndSharesTheRest() {
    assertProjects(new float[] {-0.5f, 1.5f}, 0, 1);
    assertProjects(new float[] {0.5f, 0.75f, -0.25f}, 0.375f, 0.625f, 0);
    assertProjects(new float[] {0, 0, 0, 0}, 0.25f, 0.25f, 0.25f, 0.25f);
    assertProjects(new float[] {3, 3, 1}, 0.5f, 0.5f, 0);
    assertProjects(new float[] {-7, -7.5f}, 0.75f, 0.25f);
  }

  @Test
  void leavesThePlacesAroundAsTheyAre() {
    float[] values = {9, 9, -0.5f, 1.5f, 9};
    new Simplex(2).project(values, 2);
    assertThat(values).containsExactly(new float[] {9, 9, 0, 1, 9}, within(1e-6f));
  }

  @Test
  void doesNotRememberWhatItProjectedBefore() {
    Simplex simplex = new Simplex(2);
    simplex.project(new float[] {100, -100}, 0);
    float[] values = {0.25f, 0.25f};
    simplex.project(values, 0);
    assertThat(values).containsExactly(0.5f, 0.5f);
  }

  private static void assertProjects(float[] values, float... expected) {
    new Simplex(values.length).project(values, 0);
    assertThat(values).containsExactly(expected, within(1e-6f));
  }
}

package org.limbeck.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossesTest {

  @Test
  void areZeroBeforeTheFirstStep() {
    Losses losses = new Losses();
    assertThat(losses.local()).isZero();
    assertThat(losses.distillation()).isZero();
  }

  @Test
  void areTheMeansOverTheSteps() {
    Losses losses = new Losses();
    losses.add(1, 8);
    losses.add(2, 0);
    losses.add(6, 1);
    assertThat(losses.local()).isEqualTo(3);
    assertThat(losses.distillation()).isEqualTo(3);
    assertThat(losses.local()).as("asked for again").isEqualTo(3);
  }

  @Test
  void beginAnewAfterAReset() {
    Losses losses = new Losses();
    losses.add(5, 7);
    losses.reset();
    assertThat(losses.local()).isZero();
    assertThat(losses.distillation()).isZero();
    losses.add(1, 2);
    assertThat(losses.local()).isEqualTo(1);
    assertThat(losses.distillation()).isEqualTo(2);
  }
}

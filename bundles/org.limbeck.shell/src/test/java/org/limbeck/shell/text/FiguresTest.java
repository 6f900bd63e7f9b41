package org.limbeck.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void roundsForPeople() {
    assertThat(Figures.share(0.9374)).isEqualTo("93.7 %");
    assertThat(Figures.share(Double.NaN)).isEqualTo("-");
    assertThat(Figures.loss(0.12345)).isEqualTo("0.123");
    assertThat(Figures.loss(Double.NaN)).isEqualTo("-");
    assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void choosesTheUnit() {
    assertThat(Figures.bytes(999)).isEqualTo("999 B");
    assertThat(Figures.bytes(999_949)).isEqualTo("999.9 kB");
    assertThat(Figures.bytes(999_951)).isEqualTo("1.0 MB");
    assertThat(Figures.bytes(Long.MAX_VALUE)).isEqualTo("9.2 EB");
    assertThat(Figures.duration(0.045)).isEqualTo("45 ms");
    assertThat(Figures.duration(3.21)).isEqualTo("3.2 s");
    assertThat(Figures.duration(720)).isEqualTo("12 min");
  }
}

package org.limbeck.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureFormatTest {

  @Test
  void roundsForPeople() {
    assertThat(FigureFormat.share(0.9374)).isEqualTo("93.7 %");
    assertThat(FigureFormat.share(Double.NaN)).isEqualTo("-");
    assertThat(FigureFormat.loss(0.12345)).isEqualTo("0.123");
    assertThat(FigureFormat.loss(Double.NaN)).isEqualTo("-");
    assertThat(FigureFormat.count(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void choosesTheUnit() {
    assertThat(FigureFormat.bytes(999)).isEqualTo("999 B");
    assertThat(FigureFormat.bytes(999_949)).isEqualTo("999.9 kB");
    assertThat(FigureFormat.bytes(999_951)).isEqualTo("1.0 MB");
    assertThat(FigureFormat.bytes(Long.MAX_VALUE)).isEqualTo("9.2 EB");
    assertThat(FigureFormat.duration(0.045)).isEqualTo("45 ms");
    assertThat(FigureFormat.duration(3.21)).isEqualTo("3.2 s");
    assertThat(FigureFormat.duration(720)).isEqualTo("12 min");
  }
}

package org.limbeck.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  private static final String NBSP = "\u00a0";

  @Test
  void sharesAreReadInPerCent() {
    assertThat(Numbers.percent(0.9412)).isEqualTo("94.1" + NBSP + "%");
    assertThat(Numbers.percent(null)).isEqualTo("–");
    assertThat(Numbers.points(0.399)).isEqualTo("+39.9");
    assertThat(Numbers.points(-0.05)).isEqualTo("−5.0");
  }

  @Test
  void bytesHaveThreeDigitsAndADecimalUnit() {
    assertThat(Numbers.bytes(0)).isEqualTo("0" + NBSP + "B");
    assertThat(Numbers.bytes(999)).isEqualTo("999" + NBSP + "B");
    assertThat(Numbers.bytes(1000)).isEqualTo("1.00" + NBSP + "kB");
    assertThat(Numbers.bytes(999_600)).isEqualTo("1.00" + NBSP + "MB");
    assertThat(Numbers.bytes(15_360_000)).isEqualTo("15.4" + NBSP + "MB");
    assertThat(Numbers.bytes(Long.MAX_VALUE)).isEqualTo("9.22" + NBSP + "EB");
  }

  @Test
  void figuresHaveThreeDigits() {
    assertThat(Numbers.figure(0.012345)).isEqualTo("0.0123");
    assertThat(Numbers.figure(1.0)).isEqualTo("1.00");
    assertThat(Numbers.figure(12345.0)).isEqualTo("12300");
    assertThat(Numbers.figure(0.0000123)).isEqualTo("1.23e-5");
    assertThat(Numbers.figure(4.56e7)).isEqualTo("4.56e7");
    assertThat(Numbers.figure(0.0)).isEqualTo("0");
    assertThat(Numbers.figure(null)).isEqualTo("–");
  }

  @Test
  void longTimesAreReadInMinutesAndHours() {
    assertThat(Numbers.seconds(33.42)).isEqualTo("33.4" + NBSP + "s");
    assertThat(Numbers.seconds(64)).isEqualTo("1" + NBSP + "min 4" + NBSP + "s");
    assertThat(Numbers.seconds(7384)).isEqualTo("2" + NBSP + "h 3" + NBSP + "min 4" + NBSP + "s");
  }
}

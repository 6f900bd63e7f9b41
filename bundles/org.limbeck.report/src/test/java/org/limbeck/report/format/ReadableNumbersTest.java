package org.limbeck.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableNumbersTest {
  private static final String NBSP = "\u00a0";

  @Test
  void sharesAreReadInPerCent() {
    assertThat(ReadableNumbers.percent(0.9412)).isEqualTo("94.1" + NBSP + "%");
    assertThat(ReadableNumbers.percent(null)).isEqualTo("–");
    assertThat(ReadableNumbers.points(0.399)).isEqualTo("+39.9");
    assertThat(ReadableNumbers.points(-0.05)).isEqualTo("−5.0");
  }

  @Test
  void bytesHaveThreeDigitsAndADecimalUnit() {
    assertThat(ReadableNumbers.bytes(0)).isEqualTo("0" + NBSP + "B");
    assertThat(ReadableNumbers.bytes(999)).isEqualTo("999" + NBSP + "B");
    assertThat(ReadableNumbers.bytes(1000)).isEqualTo("1.00" + NBSP + "kB");
    assertThat(ReadableNumbers.bytes(999_600)).isEqualTo("1.00" + NBSP + "MB");
    assertThat(ReadableNumbers.bytes(15_360_000)).isEqualTo("15.4" + NBSP + "MB");
    assertThat(ReadableNumbers.bytes(Long.MAX_VALUE)).isEqualTo("9.22" + NBSP + "EB");
  }

  @Test
  void figuresHaveThreeDigits() {
    assertThat(ReadableNumbers.figure(0.012345)).isEqualTo("0.0123");
    assertThat(ReadableNumbers.figure(1.0)).isEqualTo("1.00");
    assertThat(ReadableNumbers.figure(12345.0)).isEqualTo("12300");
    assertThat(ReadableNumbers.figure(0.0000123)).isEqualTo("1.23e-5");
    assertThat(ReadableNumbers.figure(4.56e7)).isEqualTo("4.56e7");
    assertThat(ReadableNumbers.figure(0.0)).isEqualTo("0");
    assertThat(ReadableNumbers.figure(null)).isEqualTo("–");
  }

  @Test
  void longTimesAreReadInMinutesAndHours() {
    assertThat(ReadableNumbers.seconds(33.42)).isEqualTo("33.4" + NBSP + "s");
    assertThat(ReadableNumbers.seconds(64)).isEqualTo("1" + NBSP + "min 4" + NBSP + "s");
    assertThat(ReadableNumbers.seconds(7384))
        .isEqualTo("2" + NBSP + "h 3" + NBSP + "min 4" + NBSP + "s");
  }
}

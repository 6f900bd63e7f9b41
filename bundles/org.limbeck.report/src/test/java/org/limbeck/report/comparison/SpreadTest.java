package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void deviationIsThatOfASample() {
    Spread spread = Spread.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
    assertThat(spread.mean()).isEqualTo(5);
    assertThat(spread.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
    assertThat(spread.count()).isEqualTo(8);
  }

  @Test
  void oneRunHasNoDeviation() {
    assertThat(Spread.of(List.of(3.0))).isEqualTo(new Spread(3, Double.NaN, 1));
    assertThat(Spread.of(List.of(3.0)).reach()).isZero();
  }

  @Test
  void amountsAreReadable() {
    assertThat(plain(SpreadFormat.percent(new Spread(0.8049, 0.0031, 3))))
        .isEqualTo("80.5 ± 0.3 %");
    assertThat(plain(SpreadFormat.percent(new Spread(0.8, Double.NaN, 1)))).isEqualTo("80.0 %");
    assertThat(plain(SpreadFormat.percent(new Spread(Double.NaN, Double.NaN, 1)))).isEqualTo("–");
    assertThat(plain(SpreadFormat.bytes(new Spread(396_400, 2_100, 3)))).isEqualTo("396 ± 2 kB");
    assertThat(plain(SpreadFormat.bytes(new Spread(1_024_000, 0, 3)))).isEqualTo("1.02 MB");
    assertThat(plain(SpreadFormat.bytes(new Spread(15_400_000, 50_000, 3))))
        .isEqualTo("15.4 ± 0.1 MB");
    assertThat(plain(SpreadFormat.bytes(new Spread(0, 0, 3)))).isEqualTo("0 B");
    assertThat(plain(SpreadFormat.figure(new Spread(1.23456e-5, 0.01, 3))))
        .isEqualTo("1.23e-5 ± 0.0100");
    assertThat(plain(SpreadFormat.rate(new Spread(-0.5, 0.014, 3)))).isEqualTo("−0.50 ± 0.01");
    assertThat(plain(SpreadFormat.seconds(new Spread(12.345, 0.5, 3)))).isEqualTo("12.3 ± 0.5 s");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}

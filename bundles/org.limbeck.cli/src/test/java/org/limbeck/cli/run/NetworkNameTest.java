package org.limbeck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkNameTest {
  @Test
  void isTheNameAndTheSeed() {
    assertThat(NetworkName.of("quick.start_2", 17)).isEqualTo("quick.start_2-17");
  }

  /** Computed with {@code printf 'Größe' | sha256sum}. */
  @Test
  void namesInOtherLettersAreToldByTheirDigest() {
    assertThat(NetworkName.of("Größe", 1)).isEqualTo("Gr-e-aedc3f80989a-1");
    assertThat(NetworkName.of("実験", 1))
        .matches("run-[0-9a-f]{12}-1")
        .isNotEqualTo(NetworkName.of("試験", 1));
  }

  @Test
  void longNamesAreCut() {
    String longest = "x".repeat(100);
    assertThat(NetworkName.of(longest, Long.MIN_VALUE))
        .hasSizeLessThanOrEqualTo(64)
        .isNotEqualTo(NetworkName.of(longest.substring(1), Long.MIN_VALUE));
  }
}

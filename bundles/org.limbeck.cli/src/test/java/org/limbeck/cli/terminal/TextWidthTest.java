package org.limbeck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void charactersTakeOneColumnOrTwoOrNone() {
    assertThat(TextWidth.of("Größe")).isEqualTo(5);
    assertThat(TextWidth.of("Gro\u0308ße")).isEqualTo(5);
    assertThat(TextWidth.of("実験")).isEqualTo(4);
    assertThat(TextWidth.of("실험🚀")).isEqualTo(6);
  }

  @Test
  void whatIsTooWideIsCut() {
    assertThat(TextWidth.cut("twelve chars", 12)).isEqualTo("twelve chars");
    assertThat(TextWidth.cut("thirteen char", 12)).isEqualTo("thirteen ch…");
    assertThat(TextWidth.cut("実験実験", 8)).isEqualTo("実験実験");
    assertThat(TextWidth.cut("実験実験", 7)).isEqualTo("実験実…");
    assertThat(TextWidth.cut("実験実験", 6)).isEqualTo("実験…");
  }
}

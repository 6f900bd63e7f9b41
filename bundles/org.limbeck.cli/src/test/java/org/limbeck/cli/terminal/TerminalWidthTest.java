package org.limbeck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalWidthTest {
  @Test
  void isTheSecondNumber() {
    assertThat(TerminalWidth.parse("24 60\n")).isEqualTo(60);
    assertThat(TerminalWidth.parse("50 212\n")).isEqualTo(212);
  }

  @Test
  void isTheUsualOneWhereNoneIsSaid() {
    assertThat(TerminalWidth.parse("")).isEqualTo(80);
    assertThat(TerminalWidth.parse("0 0\n")).isEqualTo(80);
    assertThat(TerminalWidth.parse("stty: standard input: not a tty")).isEqualTo(80);
  }
}

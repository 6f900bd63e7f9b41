package org.limbeck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TerminalDetectorTest {
  @Test
  void coloursATerminalOnly() {
    assertThat(colour(Map.of("TERM", "xterm"), true)).isEqualTo(Ansi.ON);
    assertThat(colour(Map.of("TERM", "xterm"), false)).isEqualTo(Ansi.OFF);
  }

  @Test
  void honoursThoseWhoWantNoColour() {
    assertThat(colour(Map.of("NO_COLOR", "1"), true)).isEqualTo(Ansi.OFF);
    assertThat(colour(Map.of("NO_COLOR", ""), true)).isEqualTo(Ansi.ON);
    assertThat(colour(Map.of("TERM", "dumb"), true)).isEqualTo(Ansi.OFF);
  }

  private static Ansi colour(Map<String, String> environment, boolean terminal) {
    return new TerminalDetector(environment).colour(terminal);
  }
}

package org.limbeck.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void putsListsTogetherAgain() {
    assertThat(Arguments.of(List.of("hidden=", List.of("64,", "32"), "a=1")))
        .containsExactly("hidden=[64, 32]", "a=1");
    assertThat(Arguments.of(List.of("edges=", List.of(List.of("1,2"), "x"))))
        .containsExactly("edges=[[1,2] x]");
  }

  @Test
  void leavesOtherListsAlone() {
    assertThat(Arguments.of(List.of("leave", List.of("3"), 4L)))
        .containsExactly("leave", "[3]", "4");
  }
}

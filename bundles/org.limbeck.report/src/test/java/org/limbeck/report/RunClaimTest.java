package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunClaimTest {
  @TempDir private Path runs;

  @Test
  void oneAtATimeHasARun() throws IOException {
    RunClaim claim = RunClaim.take(runs.resolve("a-1")).orElseThrow();

    assertThat(RunClaim.take(runs.resolve("a-1"))).isEmpty();
    RunClaim.take(runs.resolve("a-2")).orElseThrow().close();

    claim.close();
    RunClaim.take(runs.resolve("a-1")).orElseThrow().close();
  }

  @Test
  void itMakesNoFolderAndLeavesNothingBesideOneThatHasEnded() throws IOException {
    try (RunClaim claim = RunClaim.take(runs.resolve("a-1")).orElseThrow()) {
      assertThat(claim).isNotNull();
      assertThat(runs.resolve("a-1")).doesNotExist();
      Files.createDirectory(runs.resolve("a-1"));
      Files.createFile(runs.resolve("a-1/summary.json"));
    }
    assertThat(runs).isDirectoryNotContaining("glob:**.lock");
  }

  @Test
  void itSaysWhereItCannotBeWritten() {
    assertThatThrownBy(() -> RunClaim.take(runs.resolve("none/a-1")))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining("none/.a-1.lock: it cannot be written: its folder is not there");
  }
}

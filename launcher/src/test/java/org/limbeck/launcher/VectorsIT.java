package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Outcome;
import org.limbeck.launcher.process.Shell;

/** Java's vectors make runs faster, and change nothing else. */
class VectorsIT {
  private static final String[] RUN = {
    "run", "small.yaml", "--set", "devices.0.architecture={name: cnn}", "--quiet"
  };

  @TempDir private Path folder;

  @Test
  void resultsAreTheSameBitsWithoutThem() throws Exception {
    Shell shell = new Shell(folder);

    Shell.Result with = shell.run(with("--out=with"));
    Shell.Result without = shell.with("LIMBECK_VECTORS", "off").run(with("--out=without"));

    assertThat(with.exitCode()).as(with.err()).isZero();
    assertThat(without.exitCode()).as(without.err()).isZero();
    assertThat(Outcome.of(shell.folder().resolve("without")))
        .isEqualTo(Outcome.of(shell.folder().resolve("with")));
  }

  private static String[] with(String out) {
    String[] args = Arrays.copyOf(RUN, RUN.length + 1);
    args[RUN.length] = out;
    return args;
  }
}

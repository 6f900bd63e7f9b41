package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** The experiments on Fashion-MNIST, where it is installed: nothing in them is refused. */
class ExamplesIT {
  private static final Path EXAMPLES = Path.of("../examples/fashion").toAbsolutePath().normalize();

  @TempDir private Path place;

  @Test
  void areValid() throws Exception {
    Shell shell = new Shell(place, Shell.DISTRIBUTION).quick();
    assumeTrue(
        shell.run("data", "path", "fashion-mnist").exitCode() == 0, "Fashion-MNIST is not there");

    Shell.Result result =
        shell.run(Stream.concat(Stream.of("validate"), files().stream()).toArray(String[]::new));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains(files());
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".yaml")).sorted().toList();
    }
  }
}

package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.launcher.process.Shell;

/** The experiments on Fashion-MNIST, where it is installed: nothing in them is refused. */
class ExamplesIT {
  private static final Path EXAMPLES = Path.of("../examples/fashion").toAbsolutePath().normalize();

  private static Shell shell;

  @BeforeAll
  static void requireFashionMnist(@TempDir Path place) throws Exception {
    shell = new Shell(place, Shell.DISTRIBUTION).quick();
    assumeTrue(
        shell.run("data", "path", "fashion-mnist").exitCode() == 0, "Fashion-MNIST is not there");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isValid(Path file) throws Exception {
    Shell.Result result = shell.run("validate", file.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}

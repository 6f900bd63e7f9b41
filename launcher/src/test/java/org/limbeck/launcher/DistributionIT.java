package org.limbeck.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished distribution, as a process. */
class DistributionIT {

  private static final Path HOME = Path.of(System.getProperty("limbeck.distribution"));

  @TempDir Path folder;
  private Path temporary;

  @BeforeEach
  void createTemporaryFolder() throws IOException {
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  @Test
  void runsFromAnyFolderThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), HOME.resolve("bin/limbeck"));

    Process process = start(link, "--version");

    assertThat(output(process)).startsWith("limbeck ");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void exitsWithTheCodeOfTheCommand() throws Exception {
    assertThat(start(HOME.resolve("bin/limbeck"), "no-such-command").waitFor()).isEqualTo(2);
  }

  @Test
  void runsTwiceAtOnceAndLeavesNothingBehind() throws Exception {
    Process one = start(HOME.resolve("bin/limbeck"), "--version");
    Process other = start(HOME.resolve("bin/limbeck"), "--version");

    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void saysWhatTheCommandLineLacks() throws Exception {
    Path broken = copyWithout("picocli");

    Process process = start(broken.resolve("bin/limbeck"), "--version");

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(errors(process)).contains("org.limbeck.cli", "picocli").doesNotContain("\tat ");
  }

  @Test
  void runsWithoutABundleThatIsBroken() throws Exception {
    Path home = copyWithout("nothing");
    Files.writeString(home.resolve("plugins/broken.jar"), "not a jar");

    assertThat(start(home.resolve("bin/limbeck"), "--version").waitFor()).isZero();
  }

  private Process start(Path script, String argument) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(script.toString(), argument);
    builder.directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LIMBECK_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.start();
  }

  private String output(Process process) throws Exception {
    process.waitFor();
    return Files.readString(folder.resolve("out"), UTF_8);
  }

  private String errors(Process process) throws Exception {
    process.waitFor();
    return Files.readString(folder.resolve("err"), UTF_8);
  }

  private Path copyWithout(String bundle) throws IOException {
    Path copy = folder.resolve("copy");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(HOME)) {
      files = walk.filter(file -> !file.getFileName().toString().startsWith(bundle)).toList();
    }
    for (Path file : files) {
      Files.copy(file, copy.resolve(HOME.relativize(file)));
    }
    return copy;
  }
}

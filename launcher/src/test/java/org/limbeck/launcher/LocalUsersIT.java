package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** What other users of the machine are kept from. */
class LocalUsersIT {
  private static final String PASSWORD = "hunter2";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder).quick();
  }

  @Test
  void theyCannotLookIntoARunFolder() throws Exception {
    Shell.Result result = shell.run("run", "small.yaml", "--out=run", "--set=baseline=none");

    assertThat(result.exitCode()).as(result.err()).isZero();
    try (Stream<Path> files = Files.walk(shell.folder().resolve("run"))) {
      assertThat(files)
          .hasSizeGreaterThan(10)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void theyFindNoPasswordOfAnAddress() throws Exception {
    String address = "mqtt://me:" + PASSWORD + "@127.0.0.1:9";
    for (String command : List.of("run", "validate")) {
      Shell.Result result =
          shell.run(
              command,
              "small.yaml",
              "--set=transport.name=mqtt",
              "--set=transport.network=n",
              "--set=transport.broker=" + address);

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err())
          .contains("an address with a password does not belong here")
          .doesNotContain(PASSWORD);
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.out()).doesNotContain(PASSWORD);
      assertThat(shell.files()).containsExactly("small.yaml");
    }
  }

  @Test
  void aPasswordThatTheyCouldReadIsRefused() throws Exception {
    Path file = Files.writeString(shell.folder().resolve("password"), PASSWORD);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Shell.Result result =
        shell.run(
            "run",
            "small.yaml",
            "--set=transport={name: mqtt, network: n, broker: mqtt://127.0.0.1:9, user: me,"
                + " passwordFile: password}");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("password may be read by others: its mode is rw-r--r--, and rw------- is allowed")
        .doesNotContain(PASSWORD);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(shell.files()).containsExactly("password", "small.yaml");
  }

  @Test
  void withoutAHomeTheyShareNoNativeCode() throws Exception {
    Shell.Result result =
        shell.with("HOME", "").with("XDG_CACHE_HOME", "").with("LIMBECK_CACHE", "").run("plugins");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void nativeCodeThatTheyCouldChangeIsNotLoaded() throws Exception {
    Path cache = Files.createDirectory(shell.folder().resolve("cache"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    Shell.Result result = shell.with("LIMBECK_CACHE", cache.toString()).run("plugins");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("limbeck: native code is not kept, and unpacked at each start: " + cache);
  }

  @Test
  void whatAKilledRunLeavesGoesWithTheNext() throws Exception {
    Shell.Running running =
        shell.start("run", "small.yaml", "--set=rounds=1000000", "--out=run", "--threads=1");
    running.awaitErr("round");
    running.kill();
    assertThat(leftovers()).hasSize(1);

    shell.run("plugins");

    assertThat(leftovers()).isEmpty();
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(shell.temporary())) {
      return files.filter(Files::isDirectory).toList();
    }
  }
}

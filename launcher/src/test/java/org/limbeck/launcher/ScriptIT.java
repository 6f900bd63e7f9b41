package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** How the script starts Java: with one that only says how it was started. */
class ScriptIT {
  private static final String VECTORS = "--add-modules jdk.incubator.vector";

  private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=";

  @TempDir private Path folder;

  @Test
  void nativeCodeHasOneThreadPerWorker() throws Exception {
    assertThat(started("java.base", "run", "small.yaml")).contains("OMP_NUM_THREADS=1\n");
  }

  @Test
  void commandsThatTrainHaveVectors() throws Exception {
    String modules = "java.base jdk.incubator.vector";
    assertThat(started(modules, "run", "small.yaml")).contains(VECTORS);
    assertThat(started(modules, "--web-console", "resume", "runs/small")).contains(VECTORS);
    assertThat(started(modules, "bench")).contains(VECTORS);
    assertThat(started(modules, "compare", "one.yaml")).contains(VECTORS);
    assertThat(started(modules, "device", "kitchen.yaml")).contains(VECTORS);
    assertThat(started(modules, "plugins")).doesNotContain(VECTORS);
  }

  @Test
  void aJavaWithoutVectorsIsStartedWithout() throws Exception {
    assertThat(started("java.base", "run", "small.yaml")).doesNotContain(VECTORS);
  }

  @Test
  void vectorsCanBeTurnedOff() throws Exception {
    Shell shell = shell("java.base jdk.incubator.vector").with("LIMBECK_VECTORS", "off");
    assertThat(shell.run("run", "small.yaml").out()).doesNotContain(VECTORS);
  }

  @Test
  void nativeCodeIsKeptInTheUsersOwnPlace() throws Exception {
    Shell shell = shell("java.base").with("HOME", "/home/me").with("XDG_CACHE_HOME", "");
    assertThat(shell.run("plugins").out()).contains(CACHE + "/home/me/.cache/limbeck/javacpp-");
    assertThat(shell.with("XDG_CACHE_HOME", "/caches").run("plugins").out())
        .contains(CACHE + "/caches/limbeck/javacpp-");
    assertThat(shell.with("LIMBECK_CACHE", "/my cache").run("plugins").out())
        .contains(CACHE + "/my cache/javacpp-");
  }

  @Test
  void nativeCodeIsKeptNowhereWithoutAHome() throws Exception {
    Shell shell = shell("java.base").with("HOME", "").with("XDG_CACHE_HOME", "");
    assertThat(shell.run("plugins").out()).doesNotContain(CACHE, "/tmp/.cache");
  }

  private String started(String modules, String... args) throws Exception {
    Shell.Result result = shell(modules).run(args);
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .endsWith(" org.limbeck.launcher.Main " + String.join(" ", args) + "\n");
    return result.out();
  }

  private Shell shell(String modules) throws IOException {
    Path place = Files.createTempDirectory(folder, "shell");
    Path java = Files.createDirectories(place.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho OMP_NUM_THREADS=$OMP_NUM_THREADS\necho \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(
        place.resolve("jdk/release"),
        "JAVA_VERSION=\"17.0.1\"\nMODULES=\"" + modules + " java.xml\"\n");
    return new Shell(place).with("JAVA_HOME", place.resolve("jdk").toString());
  }
}

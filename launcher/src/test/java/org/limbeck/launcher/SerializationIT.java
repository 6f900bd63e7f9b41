package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.GadgetAgent;
import org.limbeck.launcher.process.Jars;
import org.limbeck.launcher.process.Shell;

/** Nothing reads Java objects: bytes from elsewhere could make it run what it has. */
class SerializationIT {
  @TempDir private Path folder;

  private static final String READER = "java/io/ObjectInputStream";
  private static final int LEAST_CLASSES = 300;

  @Test
  void noClassUsesJavaSerialization() throws IOException {
    List<String> classes = new ArrayList<>();
    List<String> readers = new ArrayList<>();
    for (Path jar : jars()) {
      try (JarFile open = new JarFile(jar.toFile())) {
        open.stream()
            .filter(entry -> entry.getName().startsWith("org/limbeck/"))
            .filter(entry -> entry.getName().endsWith(".class"))
            .forEach(
                entry -> {
                  classes.add(entry.getName());
                  if (names(open, entry)) {
                    readers.add(jar.getFileName() + ": " + entry.getName());
                  }
                });
      }
    }
    assertThat(classes).hasSizeGreaterThan(LEAST_CLASSES);
    assertThat(readers).isEmpty();
  }

  /** What libraries and plug-ins might read is refused too, in all of the process. */
  @Test
  void noObjectIsReadByAnyone() throws Exception {
    Path agent = folder.resolve("agent.jar");
    Jars.write(
        agent,
        Map.of("Premain-Class", GadgetAgent.class.getName()),
        GadgetAgent.class,
        GadgetAgent.Gadget.class);
    Shell shell = new Shell(folder).with("LIMBECK_JAVA_OPTS", "-javaagent:" + agent);
    Shell.Result result = shell.run("--version");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains("the gadget is refused: filter status: REJECTED")
        .doesNotContain("the gadget runs");
  }

  @Test
  void theObjectWouldTellIfItWereRead() throws Exception {
    PrintStream err = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      GadgetAgent.premain("");
    } finally {
      System.setErr(err);
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("the gadget runs");
  }

  /** A class has the names of those that it uses in its constants, as modified UTF-8. */
  private static boolean names(JarFile jar, JarEntry entry) {
    try {
      byte[] bytes = jar.getInputStream(entry).readAllBytes();
      return new String(bytes, StandardCharsets.ISO_8859_1).contains(READER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.walk(Shell.DISTRIBUTION)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }
}

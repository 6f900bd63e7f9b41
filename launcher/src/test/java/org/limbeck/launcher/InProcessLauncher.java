package org.limbeck.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.limbeck.launcher.process.Shell;

/**
 * The distribution that was built, started once in this process: for tests that look at what many
 * commands do, and not at how a process starts or ends. Commands run one at a time, in the working
 * folder of the tests, so that paths must be absolute. Native code has no place to be kept.
 */
public final class InProcessLauncher implements BeforeAllCallback, AfterAllCallback {
  private FrameworkSession session;

  /** Starts the framework with all bundles. */
  @Override
  public void beforeAll(ExtensionContext tests) throws IOException {
    Locale.setDefault(Locale.ENGLISH);
    Distribution distribution =
        new Distribution(Shell.DISTRIBUTION.toRealPath(), version(Shell.DISTRIBUTION));
    session = FrameworkSession.create(distribution.frameworkProperties());
    session.start(distribution.bundles());
  }

  /** Runs a command to its end. */
  public Shell.Result run(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int exitCode = session.command().applyAsInt(args);
      return new Shell.Result(
          exitCode,
          written.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** Stops the framework. */
  @Override
  public void afterAll(ExtensionContext tests) {
    session.close();
  }

  private static String version(Path home) throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      Path launcher =
          jars.filter(jar -> jar.getFileName().toString().startsWith("org.limbeck.launcher-"))
              .findFirst()
              .orElseThrow();
      try (JarFile jar = new JarFile(launcher.toFile())) {
        return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
      }
    }
  }
}

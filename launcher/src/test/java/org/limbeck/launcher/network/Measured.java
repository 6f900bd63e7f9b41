package org.limbeck.launcher.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Figures that tests have measured, for documents: {@code target/measured.txt}. */
public final class Measured {
  private static final Path FILE = Path.of("target/measured.txt");

  private Measured() {}

  /** Adds a line. */
  public static void note(String line) throws IOException {
    Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}

package org.limbeck.launcher.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A wall clock for commands, which can be set while they run; they notice within a second. */
public final class FakeClock {
  private final Path file;
  private final Path library;

  /** Makes one that is right, or has the test skipped where libfaketime is not installed. */
  public FakeClock(Path file) throws IOException {
    this.file = file;
    this.library = library();
    set("+0");
  }

  /** Sets it, by how much it differs from the right time: {@code +1d}, {@code -365d}. */
  public void set(String offset) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, offset + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns a shell whose commands have this clock. What measures durations is left alone. */
  public Shell over(Shell shell) {
    return shell
        .with("LD_PRELOAD", library.toString())
        .with("FAKETIME_TIMESTAMP_FILE", file.toString())
        .with("FAKETIME_CACHE_DURATION", "1")
        .with("DONT_FAKE_MONOTONIC", "1")
        .with("FAKETIME_FORCE_MONOTONIC_FIX", "0")
        .with("NO_FAKE_STAT", "1");
  }

  private static Path library() throws IOException {
    for (String place : new String[] {"/usr/lib", "/usr/lib64"}) {
      Path folder = Path.of(place);
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> platforms = Files.newDirectoryStream(folder)) {
          for (Path platform : platforms) {
            Path library = platform.resolve("faketime/libfaketime.so.1");
            if (Files.exists(library)) {
              return library;
            }
          }
        }
      }
    }
    assumeTrue(false, "libfaketime is not installed");
    throw new AssertionError("unreachable");
  }
}

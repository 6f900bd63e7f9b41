package org.limbeck.health.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.health.CheckOutcome;
import org.limbeck.health.CheckOutcome.Level;

/**
 * What can be told from a run folder about a run of another process: it writes metrics and
 * checkpoints as it goes on, and a summary at its end.
 *
 * @param folder the folder
 */
record RunFolderCheck(Path folder) {
  private static final String SUMMARY = "summary.json";

  /**
   * Returns whether the run has ended, or else when it wrote something last.
   *
   * @param timeout how long a run may write nothing
   * @throws IOException if the folder cannot be read
   */
  CheckOutcome look(Instant now, Duration timeout) throws IOException {
    String name = "run " + folder;
    if (Files.exists(folder.resolve(SUMMARY))) {
      return new CheckOutcome(name, Level.OK, List.of("it has ended"));
    }
    Optional<Path> newest = newest();
    if (newest.isEmpty()) {
      return new CheckOutcome(name, Level.WARNING, List.of("it has written nothing yet"));
    }
    Duration age = Duration.between(Files.getLastModifiedTime(newest.get()).toInstant(), now);
    String message = folder.relativize(newest.get()) + " was written " + age.toSeconds() + " s ago";
    return age.compareTo(timeout) > 0
        ? new CheckOutcome(
            name, Level.CRITICAL, List.of(message + ": the run stalls, or its process has died"))
        : new CheckOutcome(name, Level.OK, List.of(message));
  }

  private Optional<Path> newest() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).max(Comparator.comparing(RunFolderCheck::written));
    }
  }

  /** Files come and go as the run goes on. */
  private static Instant written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.MIN;
    }
  }
}

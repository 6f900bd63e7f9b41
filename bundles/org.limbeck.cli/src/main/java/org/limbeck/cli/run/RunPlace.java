package org.limbeck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunFolderException;

/**
 * Where a run folder is: where the user said, or at a place of its own.
 *
 * @param shown the place as the user wrote it, or relative to the current folder
 * @param folder the folder to write to
 */
public record RunPlace(Path shown, RunFolder folder) implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** Begins a run folder at a place that the user named. */
  public static RunPlace at(Path target) throws IOException {
    return new RunPlace(target, RunFolder.create(target));
  }

  /** Opens the folder of a run that is to go on. */
  public static RunPlace existing(Path folder) throws IOException {
    return new RunPlace(folder, RunFolder.open(folder));
  }

  /**
   * Begins a run folder at {@code parent/name-timestamp}, with a number behind where another run
   * has that place.
   */
  static RunPlace choose(Path parent, String name, Instant time) throws IOException {
    String stamped = name + "-" + STAMP.format(time);
    for (int number = 1; ; number++) {
      Path target = parent.resolve(number == 1 ? stamped : stamped + "-" + number);
      if (isTaken(target)) {
        continue;
      }
      try {
        return at(target);
      } catch (RunFolderException e) {
        if (!isTaken(target)) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  private static boolean isTaken(Path target) {
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
  }
}

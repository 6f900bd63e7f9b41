package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.limbeck.report.RunFolder;

/** Where a run folder shall appear: where the user said, or at a place of its own. */
final class RunPlace implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.systemDefault());

  private final Path shown;
  private final RunFolder folder;
  private boolean reserved;

  private RunPlace(Path shown, RunFolder folder) {
    this.shown = shown;
    this.folder = folder;
  }

  /** Begins a run folder at a place that the user named. */
  static RunPlace at(Path target) throws IOException {
    return new RunPlace(target, RunFolder.create(target));
  }

  /**
   * Begins a run folder at {@code parent/name-timestamp}, with a number behind where another run
   * has that place.
   */
  static RunPlace choose(Path parent, String name, Instant time) throws IOException {
    String stamped = name + "-" + STAMP.format(time);
    for (int number = 1; ; number++) {
      Path target = parent.resolve(number == 1 ? stamped : stamped + "-" + number);
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      RunPlace place = at(target);
      if (place.reserve()) {
        return place;
      }
      place.close();
    }
  }

  /** Returns the folder to write to. */
  RunFolder folder() {
    return folder;
  }

  /** Returns the place as the user wrote it, or relative to the current folder. */
  Path shown() {
    return shown;
  }

  /** Makes the folder appear. */
  void publish() throws IOException {
    folder.publish();
    reserved = false;
  }

  @Override
  public void close() throws IOException {
    if (reserved) {
      Files.deleteIfExists(folder.target());
    }
    folder.close();
  }

  /** An empty folder at the target keeps other runs away; only one can make it. */
  private boolean reserve() throws IOException {
    try {
      Files.createDirectory(folder.target());
      reserved = true;
    } catch (FileAlreadyExistsException another) {
      reserved = false;
    }
    return reserved;
  }
}
